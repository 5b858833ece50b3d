namespace SlaMonitor.Mails.Languages;

internal sealed class EnglishAgreedDueWords : AgreedDueWords
{
    public override string Heading => "Agreed due times";

    public override string Without => "Without agreed due times";

    public override string Agreed => "Agreed due time";

    public override string Computed => "Due without it";

    public override string State => "State";

    public override string StateWithout => "State without it";

    public override string Note(int decided, int saved, int open) =>
        $"Of the promises that were kept or broken, {decided} had a due time that both parties agreed on for the ticket; "
        + $"{saved} of them would have been broken without it. Of the open ones, {open} would be broken by now.";
}
