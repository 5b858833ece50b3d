using System.Globalization;
using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Summaries;

/// <summary>A summary in English.</summary>
internal sealed class EnglishSummaryWords : SummaryWords
{
    private static readonly Wording Words = Wording.For("en");

    public override string InForce(LocalDate since) => $"In force since {Day(since)}.";

    public override string TakesEffect(LocalDate on) => $"Takes effect on {Day(on)}.";

    public override string Ended(LocalDate on) => $"Ended on {Day(on)}: new tickets have no promise of it.";

    public override string Replaced(int by, LocalDate on) => $"Replaced by v{by} on {Day(on)}; tickets of before keep it.";

    public override string Term(Term term) =>
        (term.To is { } to ? $"The term is {Day(term.From)} to {Day(to)}" : $"The term began on {Day(term.From)}")
        + term switch
        {
            { EndedOn: { } ended } => $"; the parties settled that it ends on {Day(ended)}.",
            { To: null } => " and has no end.",
            { Renews: Renewal.None } => "; it does not renew.",
            { NoticeGivenOn: { } notice, LastDay: { } last } => $"; notice was given on {Day(notice)}, and it ends on {Day(last)}.",
            { NoticeDays: > 0 } => $"; it renews {Often(term)} unless notice is given {term.NoticeDays} days before.",
            _ => $"; it renews {Often(term)} until notice is given.",
        };

    public override string Pauses(PauseRule pause) =>
        $"While a ticket is {string.Join(" or ", pause.Statuses.Order().Select(Words.Of))}, these clocks stand still: "
        + $"{string.Join(", ", pause.Stops.Select(Words.Of).Order(StringComparer.Ordinal))}.";

    public override string Governs(Condition tickets, string? customer, string zone) =>
        $"For {customer ?? "the customer"}, it governs {Tickets(tickets)}. Its times are those of {zone}.";

    public override string Tickets(Condition tickets) => tickets.Describe();

    public override string Promise(Target target) => Words.Of(target.Metric) + Words.Of(target.From);

    public override string Measures(Metric metric, MetricRule rule) =>
        $"{Words.Of(metric)} ({metric.Name}) starts on {AnyOf(rule.Starts, " or on ")} and stops on {AnyOf(rule.Stops, " or on ")}"
        + (rule.Renews.Count > 0 ? $"; it begins anew on {AnyOf(rule.Renews, " or on ")}" : string.Empty)
        + (rule.Pauses is { } pauses ? $"; it stands still while: {pauses.Describe()}" : string.Empty)
        + (rule.FollowsResolution ? "." : "; the resolution ends it.");

    public override string Budget(BusinessDuration within) => within.ToString();

    public override string Hours(
        string calendar, string zone, IReadOnlyList<(IsoDayOfWeek First, IsoDayOfWeek Last, string Hours)> week) =>
        IsAlways(week)
            ? $"{calendar}: around the clock."
            : $"{calendar}: {string.Join("; ", week.Select(run => $"{Days(run.First, run.Last)} {run.Hours}"))} ({zone}).";

    public override string ClosedNext(IReadOnlyList<(LocalDate Date, string? Name)> days) =>
        $"Closed next on {string.Join(", ", days.Select(day => day.Name is null ? Day(day.Date) : $"{Day(day.Date)} {day.Name}"))}.";

    public override string HolidaysKnownUntil(LocalDate last) =>
        $"Holidays are known until {Day(last)}; due times after that are provisional.";

    public override string OnCall(string contact, string present, (string Member, ZonedDateTime From)? next) => next is { } turn
        ? $"{contact}: {present} until {Moment(turn.From)}, then {turn.Member}."
        : $"{contact}: {present}.";

    public override string OnCallByFeed(string contact) => $"{contact}: as its calendar says, which a running monitor reads.";

    public override string NobodyOnCall(string contact) => $"{contact}: nobody.";

    public override string Escalation(Condition tickets, IReadOnlyList<EscalationStep> steps) =>
        $"{Tickets(tickets)}: {string.Join("; ", steps.Select(Step))}.";

    public override string Union(string calendar, string zone, IReadOnlyList<string> members) =>
        $"{calendar}: whenever {string.Join(" or ", members)} is open (dates of {zone}).";

    public override string Dates(DateTerms dates) =>
        $"Of its own dates are told: {string.Join(", ", dates.Tell)}; {dates.TermEnds} days before its end, {dates.NoticeEnds} before "
        + $"the last day for notice, {dates.HolidaysEnd} before its holidays end, {dates.OnCallEnds} before nobody is on call.";

    protected override string Of(Occurrence occurrence) => occurrence.Describe();

    private static string Often(Term term) => term.Renews.ToString().ToLowerInvariant();

    private static string Step(EscalationStep step)
    {
        string?[] provisos =
        [
            step.Repeat is { } again
                ? $"again every {Wording.RealTime(again.Every)} until somebody takes it, {again.Times} times at most"
                : null,
            step.During is { } during ? $"while {during.Id} is open" : null,
            step.Outside is { } outside ? $"while {outside.Id} is closed" : null,
            step.When.Specificity > 0 ? $"if it is still for {step.When.Describe()}" : null,
        ];
        return string.Join(", ", provisos.OfType<string>().Prepend($"{step.At.Name} {string.Join(", ", step.Notify)}"));
    }

    private static string Day(LocalDate date) => date.ToString("ddd uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static string Moment(ZonedDateTime moment) => moment.ToString("ddd uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Days(IsoDayOfWeek first, IsoDayOfWeek last) =>
        first == last ? first.ToString()[..3] : $"{first.ToString()[..3]}–{last.ToString()[..3]}";
}
