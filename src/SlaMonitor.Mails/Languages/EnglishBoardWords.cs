namespace SlaMonitor.Mails.Languages;

internal sealed class EnglishBoardWords : BoardWords
{
    public override string Title => "Open promises";

    public override string NotUpdatedSince => "Not brought up to date since";

    public override string All => "All";

    public override string AtRisk => "At risk";

    public override string Running => "Running";

    public override string Breached => "Breached";

    public override string Met => "Met";

    public override string Paused => "Paused";

    public override string Provisional => "Provisional";

    public override string DueNext => "Due next";

    public override string Broken => "Breached, still owed";

    public override string OnHold => "Paused";

    public override string NothingOpen => "No promise is open.";

    public override string NothingMatches => "No open promise is like that.";

    public override string State => "State";

    public override string Agreement => "Agreement";

    public override string Target => "Target";

    public override string Group => "Group";

    public override string Who => "With";

    public override string Show => "Show";

    public override string ShowAll => "Show all";

    public override string Mine => "Mine";

    public override string Everybodys => "Everybody’s";

    public override string Wall => "For the wall";

    public override string Back => "All open promises";

    public override string Pages => "Pages";

    public override NameWords Name { get; } = new()
    {
        Why = "Promises are taken in this name, and it is what \"mine\" means. It is remembered in this browser for a year.",
        Field = "Your address",
        Remember = "Remember",
        Forget = "Forget",
        NoAddress = "This is no address: it looks like anna@example.com.",
    };

    public override string Month => "The month";

    public override string NoAgreementInForce => "No agreement is in force.";

    public override string Badge => "Badge for the helpdesk";

    public override string BadgeAdvice =>
        "A small page for a side panel, and a picture. Whoever has the address sees how the ticket stands, and nothing else of it.";

    public override MonitorWords Monitor { get; } = new EnglishMonitorWords();

    public override OnCallWords OnCall { get; } = new EnglishOnCallWords();

    public override TakeWords Take { get; } = new EnglishTakeWords();

    public override string WhoAreYou => "Who are you?";

    public override string SignOut => "Sign out";

    public override string OtherLanguage => "中文";

    public override string Status => "Status";

    public override string Created => "Created";

    public override string Clocks => "Clocks";

    public override string Told => "Told";

    public override string WillBeTold => "Told next, if nothing happens";

    public override string NobodyTold => "Nobody has been told of anything.";

    public override string NobodyNext => "Nobody: no step is to come.";

    public override string AsIfAt => "As of";

    public override string NoClock => "No promise is made for this ticket.";

    public override string AsOf(string moment) => $"As of {moment}";

    public override string AndMore(int count) => count == 1 ? "and 1 more" : $"and {count} more";

    public override string OnlyFirst(int count) => $"Only the {count} that are due first were looked at. GET /api/promises lists all.";

    public override string ClosedUntil(string moment) => $"stands still until {moment}";

    public override string HeldBy(string status) => $"while {status}";

    public override string ShownAt(string moment) => $"This is how it stands at {moment}, if nothing else happens.";

    public override string Drawing =>
        "The clocks drawn in time: what was counted, what was not, and when each is due. The same is told below.";

    public override string TimeForm => "for example 2026-03-02T10:00:00+01:00";

    public override string Of(BoardPlace place) => place switch
    {
        BoardPlace.OnCall => OnCall.Title,
        BoardPlace.Month => Month,
        BoardPlace.Monitor => Monitor.Title,
        _ => "Now",
    };

    public override string Of(ToldResult result) => result switch
    {
        ToldResult.Claimed => "being sent",
        ToldResult.Sent => "sent",
        ToldResult.Failed => "refused by the mail system",
        _ => "came back",
    };

    public override string Cycle(int number) => $"cycle {number}";

    public override string Events(int count) => count == 1 ? "1 event" : $"{count} events";
}
