namespace SlaMonitor.Mails.Languages;

internal sealed class EnglishTakeWords : TakeWords
{
    public override string Take => "Take it";

    public override string HandOver => "Hand over";

    public override string To => "To whom";

    public override string GiveBack => "Give back";

    public override string TakenBefore(string by, string until) => $"Nothing was changed: {by} has it, until {until}.";

    public override string NobodyHasIt => "Nothing was changed: nobody has it any more. It can be taken.";

    public override string Over => "Nothing was changed: the promise has ended, or is another one now.";

    public override string NoAddress => "Nothing was changed: an address is needed, such as anna@example.com.";
}
