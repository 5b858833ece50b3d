using System.Globalization;
using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Mails.Languages;

internal sealed class EnglishWording : Wording
{
    public override string Language => "en";

    internal override ReportWords Report { get; } = new EnglishReportWords();

    public override Labels Labels { get; } = new()
    {
        Colon = ": ",
        Warning = "Warning",
        Breached = "Breached",
        AllClear = "All clear",
        Paused = "Paused",
        Lapsed = "Not owed any more",
        Unreached = "Could not be reached",
        Ticket = "Ticket",
        Customer = "Customer",
        Priority = "Priority",
        Emergency = "emergency",
        Assignee = "Assignee",
        Promise = "Promise",
        Due = "Due",
        Provisional = "provisional: the holidays of that time are not announced yet",
        Left = "Left",
        Over = "Over by",
        Counted = "Counted",
        Held = "Paused",
        Excluded = "Excluded",
        AlsoTold = "Also told",
        Acknowledged = "Taken by",
        OpenTicket = "Open the ticket",
        Take = "I'll take it",
        TakeAll = "I'll take all of these",
        None = "nobody",
        Sender = "SlaMonitor, by machine: nobody reads an answer to this mail.",
    };

    public override string Headline(ClockExplanation explanation)
    {
        var metric = Of(explanation.Clock.Target.Metric);
        return explanation.State switch
        {
            ClockState.Breached when IsDoneBy(explanation) => $"{metric} came late: the promise was broken.",
            ClockState.Breached => $"{metric} is overdue: the promise was broken.",
            ClockState.Met => $"{metric} was kept in time.",
            ClockState.Paused => $"{metric} is on hold, with {Of(explanation.Remaining)} left.",
            ClockState.Cancelled => $"{metric} is not owed any more.",
            _ => $"{metric} is due in {Of(explanation.Remaining)} of opening hours.",
        };
    }

    public override string Promise(Target target) => $"{Of(target.Metric)} within {Of(target.Within)}";

    public override string Of(Metric metric) => metric switch
    {
        Metric.FirstResponse => "First response",
        Metric.NextResponse => "Next response",
        Metric.Update => "Regular update",
        _ => "Resolution",
    };

    public override string Of(TicketStatus status) => status switch
    {
        TicketStatus.New => "new",
        TicketStatus.Open => "open",
        TicketStatus.Pending => "pending",
        TicketStatus.OnHold => "on hold",
        TicketStatus.Resolved => "resolved",
        _ => "closed",
    };

    public override string Of(TicketPriority priority) => priority switch
    {
        TicketPriority.Low => "low",
        TicketPriority.Normal => "normal",
        TicketPriority.High => "high",
        _ => "urgent",
    };

    public override string Of(BusinessDuration duration) => Rounded(duration).ToString();

    public override string Of(ZonedDateTime moment) => moment.ToString("ddd d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    public override string CountedOf(BusinessDuration elapsed, BusinessDuration within) => $"{Of(elapsed)} of {Of(within)}";

    public override string EarlierSpans(int count) => $"{count} earlier {(count == 1 ? "span" : "spans")}";

    public override string StepOf(int step, int steps, string moment) => $"Step {step} of {steps}, at {moment}.";

    public override string Because(string role) => role switch
    {
        "assignee" => "You are told because the ticket is yours.",
        "group" => "You are told because the ticket is with your group.",
        _ => $"You are told as {role}.",
    };

    public override string InsteadOf(string address, string reason) =>
        $"{address} was to be told and could not be "
        + $"reached{(reason.Length == 0 ? "." : $": {reason.TrimEnd('.')}.")} You are told instead.";

    public override string CreationNotReceived =>
        "The creation itself was never received, nor its time: the clock counts from the earliest event that was.";

    public override string CreationToldBy(string what, ZonedDateTime at, string source, bool received) => received
        ? $"The ticket is older than the creation that was received says: {what} of {Of(at)} ({source}) told its time."
        : $"The creation itself was never received: {what} of {Of(at)} ({source}) told its time.";

    public override string WaitedSince(ZonedDateTime moment) => $"This has waited since {Of(moment)}.";

    public override string QuietFor(Duration duration) => $"The next steps then wait for {Of(RealTime(duration))}.";

    public override string TakenBy(string address, ZonedDateTime until) => $"{address}, until {Of(until)}";

    public override string KeptAfterAll(ZonedDateTime? endedAt) =>
        endedAt is { } at
            ? $"It was done on {Of(at)}, in time. The news came late; there is nothing left to do."
            : "The news came late; there is nothing left to do.";

    public override string DigestHeadline(int broken, int open, int well)
    {
        var parts = new List<string>();
        if (broken > 0) parts.Add($"{broken} broken");
        if (open > 0) parts.Add($"{open} at risk");
        if (well > 0) parts.Add($"{well} all clear");
        return $"{Promises(broken + open + well)}: {string.Join(", ", parts)}";
    }

    public override string DigestGroup(DigestKind kind) => kind switch
    {
        DigestKind.Broken => "Broken",
        DigestKind.Open => "At risk",
        _ => "All clear",
    };

    public override string DigestSubject(int promises) => $"[SLA] {Promises(promises)}";

    public override string TestSubject => "[SLA] Test: mails arrive";

    public override IReadOnlyList<string> TestParagraphs { get; } =
    [
        "This is a test. The SLA monitor can send mails, and they reach you.",
        "No ticket is concerned, and there is nothing to do.",
    ];

    public override string WithoutAgreementSubject(int tickets) =>
        $"[SLA] {Tickets(tickets)} {(tickets == 1 ? "falls" : "fall")} under no agreement";

    public override string WithoutAgreementHeadline(int tickets, ZonedDateTime asOf) => tickets == 1
        ? $"1 open ticket falls under no agreement ({Stamp(asOf)}). It has no clock, and nobody is told of it."
        : $"{tickets} open tickets fall under no agreement ({Stamp(asOf)}). They have no clock, and nobody is told of them.";

    public override string TicketsOf(string? customer, int count, IReadOnlyList<string> examples)
    {
        var more = count > examples.Count ? " …" : string.Empty;
        return $"{customer ?? "(no customer named)"}: {Tickets(count)}: {string.Join(", ", examples)}{more}";
    }

    public override string MoreTickets(int count) => $"and {Tickets(count)} more";

    public override IReadOnlyList<string> WithoutAgreementAdvice { get; } =
    [
        "If that is not meant so: write the customer as the helpdesk does under customer: match: in an agreement. "
            + "Its open tickets get their clocks at the next evaluation.",
        "This mail comes once a day while there are such tickets. If it is meant so: Health:DailyMail = false ends it.",
    ];

    public override string AndMore(int count) => $"and {count} more";

    public override PageWords Page { get; } = new EnglishPageWords();

    private static string Tickets(int count) => count == 1 ? "1 ticket" : $"{count} tickets";

    private static string Promises(int count) => count == 1 ? "1 promise" : $"{count} promises";
}
