using System.Globalization;
using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Contents;

namespace SlaMonitor.Mails.Languages;

internal sealed class EnglishWording : Wording
{
    public override string Language => "en";

    public override BoardWords Board { get; } = new EnglishBoardWords();

    public override SignInWords SignIn { get; } = new()
    {
        Title = "Sign in to SlaMonitor",
        Key = "Key",
        Button = "Sign in",
        Advice = "It is your own key, or the reader, function or admin key of the monitor. Whoever runs the monitor has it.",
        Wrong = "This is no key of this monitor. Keys are case-sensitive.",
        Expired = "You were signed in for 12 hours, or the key was changed. Please sign in again.",
        SignedOut = "You are signed out.",
        NotAllowed = "You may look, but not do this. Sign in with a key that may, or ask whoever runs the monitor.",
        ByPlatform = "Sign in with your company's account",
        NoKeySet =
            "No key is set, so only the machine that the monitor runs on may look. Set FunctionKey in its settings to let others in.",
    };

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

    public override string Promise(Target target) => $"{Of(target.Metric)} within {Of(target.Within)}{Of(target.From)}";

    public override string Of(Metric metric) => metric.Name switch
    {
        "firstResponse" => "First response",
        "nextResponse" => "Next response",
        "update" => "Regular update",
        "resolution" => "Resolution",
        _ => metric.Title ?? metric.Name,
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

    public override string HeldBy(Clock clock, Stretch held) =>
        clock.HeldWhile(held) is null ? Of(held.HeldBy!.Value) : $"what pauses this clock held, from {Of(held.HeldBy!.Value)} on";

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

    public override string StepOf(int step, int steps, string moment, int repetition) => repetition == 0
        ? $"Step {step} of {steps}, {MomentOf(moment)}."
        : $"Step {step} of {steps}, {MomentOf(moment)}, told again ({repetition}) because nobody has taken it.";

    /// <summary>The moment of a step as a reader says it; agreements write <c>50%</c>, <c>due</c>, <c>due + 4h elapsed</c>.</summary>
    private static string MomentOf(string moment)
    {
        if (!moment.StartsWith("due", StringComparison.Ordinal)) return $"at {moment}";

        var after = moment["due".Length..].TrimStart(' ', '+').Replace(" elapsed", " of real time", StringComparison.Ordinal);
        return after.Length == 0 ? "when it was due" : $"{after} after it was due";
    }

    public override string Because(string role, bool isOnCall) => role switch
    {
        _ when isOnCall => "You are told because you are on call.",
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

    public override string DigestHeadline(int broken, int open, int well) =>
        $"{Promises(broken + open + well)}: {DigestCounts(broken, open, well)}";

    public override string DigestCounts(int broken, int open, int well)
    {
        var parts = new List<string>();
        if (broken > 0) parts.Add($"{broken} breached");
        if (open > 0) parts.Add($"{open} at risk");
        if (well > 0) parts.Add($"{well} all clear");
        return string.Join(", ", parts);
    }

    public override string OverByNothingYet => "0m of opening hours so far: it ran out at closing time";

    public override string WithinSentence(Metric metric)
    {
        var word = Of(metric);
        return metric.Title is null ? char.ToLowerInvariant(word[0]) + word[1..] : word;
    }

    public override string DigestGroup(DigestKind kind) => kind switch
    {
        DigestKind.Broken => "Breached",
        DigestKind.Open => "At risk",
        _ => "All clear",
    };

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

    public override string DateSubject(AgreementDateNotice notice) => $"[SLA] {notice.Title}: " + notice.Kind switch
    {
        AgreementDateKind.TermEnds => $"ends on {Day(notice.On)}",
        AgreementDateKind.NoticeEnds => $"notice can be given until {Day(notice.On)}",
        AgreementDateKind.HolidaysEnd => $"the holidays of {notice.Of} are known until {Day(notice.On)}",
        _ => $"nobody is on call as {notice.Of} from {Day(notice.On)}",
    };

    public override IReadOnlyList<string> DateParagraphs(AgreementDateNotice notice, ZonedDateTime? at) => notice.Kind switch
    {
        AgreementDateKind.TermEnds =>
        [
            $"The agreement '{notice.Title}' ({notice.Agreement}) ends on {Day(notice.On)}. "
                + "Nothing is promised for tickets created after that day.",
            "If it goes on, write its next version, or the new last day, into the agreement's file.",
        ],
        AgreementDateKind.NoticeEnds =>
        [
            $"The agreement '{notice.Title}' ({notice.Agreement}) renews unless somebody gives notice. "
                + $"{Day(notice.On)} is the last day for that.",
            "If notice is given, write its day into the agreement's file, as term: noticeGivenOn. "
                + "If it is to go on, there is nothing to do.",
        ],
        AgreementDateKind.HolidaysEnd =>
        [
            $"The agreement '{notice.Title}' ({notice.Agreement}) knows the holidays of {notice.Of} until {Day(notice.On)}. "
                + "Due times after that day are provisional: no holiday is counted.",
            "Put the list of the following years beside the agreement. The built-in lists come with a newer version of the program; "
                + "'sla holidays' writes those of a country.",
        ],
        _ =>
        [
            $"From {(at is { } moment ? Of(moment) : Day(notice.On))} on, nobody is on call as {notice.Of} ({notice.Title}). "
                + "The others of a step are told instead, and where there are none, the fallback contact.",
            "Put the next turns into the on-call calendar.",
        ],
    };

    public override string AndMore(int count) => $"and {count} more";

    public override PageWords Page { get; } = new EnglishPageWords();

    public override string AsAgreed(string approvedBy) => $" (agreed for this ticket by {approvedBy})";

    public override string Of(CountsFrom from) => from switch
    {
        CountsFrom.Assignment => " from the assignment",
        CountsFrom.FirstResponse => " from the first response",
        CountsFrom.CustomerMessage => " from the customer's first message",
        _ => string.Empty,
    };

    private static string Tickets(int count) => count == 1 ? "1 ticket" : $"{count} tickets";

    private static string Promises(int count) => count == 1 ? "1 promise" : $"{count} promises";
}
