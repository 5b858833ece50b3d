namespace SlaMonitor.Mails.Languages;

internal sealed class EnglishMonitorWords : MonitorWords
{
    public override string Title => "The monitor";

    public override string LastEvaluation => "Last evaluation";

    public override string Lag => "Late by";

    public override string MailsSent => "Last mail sent";

    public override string Queue => "Mails in the queue";

    public override string DiskFree => "Room on the disk";

    public override string Never => "never";

    public override string None => "none";

    public override string NoProblem => "Nothing is wrong.";

    public override string Checks => "What is looked at";

    public override string Connections => "Connections";

    public override string Connection => "Connection";

    public override string LastDelivery => "Last heard";

    public override string Counted => "Refused or not understood";

    public override string NoSecret => "No secret yet";

    public override string NoConnection => "No helpdesk is connected.";

    public override string DeadLetters => "Dead letters";

    public override string Letter => "To whom, of what";

    public override string Why => "Why";

    public override string Given => "In the queue since";

    public override string SendAgain => "Send again";

    public override string SendAllAgain => "Send all again";

    public override string NoDeadLetter => "Nothing was given up.";

    public override string ForAdministrators => "Administrators see them.";

    public override string Agreements => "Agreements";

    public override string Version => "Version";

    public override string EffectiveFrom => "In force from";

    public override string InForce => "In force";

    public override string Removed => "No longer";

    public override string Added => "New";

    public override string NoDifference => "They say the same.";

    public override string Holidays => "Holidays";

    public override string HolidayList => "List";

    public override string KnownUntil => "Known until";

    public override string RunsOut => "Runs out";

    public override string NoHolidayList => "No list of holidays ends.";

    public override string Counts => "Counted since the start";

    public override string Of(int status) => status switch
    {
        0 => "Healthy",
        1 => "A person should look",
        _ => "Not at work",
    };

    public override string Tries(int count) => count == 1 ? "tried once" : $"tried {count} times";

    public override string Resent(int count) => count == 1 ? "1 was sent again." : $"{count} were sent again.";

    public override string Differences(string agreement, int before, int after) => $"{agreement}: from version {before} to {after}";
}
