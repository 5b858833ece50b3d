namespace SlaMonitor.Mails.Languages;

internal sealed class EnglishPageWords : PageWords
{
    public override string Done => "There is nothing to take any more";

    public override string Expired => "This link has expired";

    public override string ExpiredAdvice => "Open the ticket in the helpdesk, or the link of a newer mail.";

    public override string Invalid => "This link is not valid";

    public override string InvalidAdvice => "Open it from the mail, whole and unchanged.";

    public override string Take(int promises) => promises == 1 ? "I'll take it" : $"I'll take all {promises}";

    public override string Question(int promises) => promises == 1 ? "Nobody has this yet" : $"Nobody has these {promises} yet";

    public override string Effect(string until) => $"Take it, and the next steps wait until {until}.";

    public override string JustTaken(int promises, int of) =>
        of == 1 ? "You have it" : promises == of ? $"You have all {of}" : $"You have {promises} of {of}";

    public override string Next(string until) =>
        $"The next steps wait until {until}. The promise itself is kept in the helpdesk: by an answer to the customer.";

    public override string AlreadyTaken(int promises) => promises == 1 ? "Somebody has it already" : "They are all taken already";

    public override string TakenSince(string by, string at, string until) => $"Taken by {by} on {at}, until {until}.";
}
