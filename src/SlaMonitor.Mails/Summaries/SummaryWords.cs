using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Summaries;

/// <summary>The sentences of a summary in one language. Moments stay in the words of the agreement file.</summary>
internal abstract class SummaryWords
{
    private static readonly SummaryWords English = new EnglishSummaryWords();
    private static readonly SummaryWords Chinese = new ChineseSummaryWords();

    /// <summary>The words for a language; English where we do not speak it.</summary>
    public static SummaryWords For(string language) => Wording.IsChinese(language) ? Chinese : English;

    public abstract string InForce(LocalDate since);

    public abstract string TakesEffect(LocalDate on);

    public abstract string Ended(LocalDate on);

    public abstract string Replaced(int by, LocalDate on);

    public abstract string Term(Term term);

    public abstract string Pauses(PauseRule pause);

    public abstract string Governs(Condition tickets, string? customer, string zone);

    public abstract string Tickets(Condition tickets);

    public abstract string Promise(Target target);

    public abstract string Measures(Metric metric, MetricRule rule);

    public abstract string Budget(BusinessDuration within);

    public abstract string Hours(string calendar, string zone, IReadOnlyList<(IsoDayOfWeek First, IsoDayOfWeek Last, string Hours)> week);

    public abstract string ClosedNext(IReadOnlyList<(LocalDate Date, string? Name)> days);

    public abstract string HolidaysKnownUntil(LocalDate last);

    public abstract string OnCall(string contact, string present, (string Member, ZonedDateTime From)? next);

    public abstract string OnCallByFeed(string contact);

    public abstract string NobodyOnCall(string contact);

    public abstract string Escalation(Condition tickets, IReadOnlyList<EscalationStep> steps);

    public abstract string Union(string calendar, string zone, IReadOnlyList<string> members);

    public abstract string Dates(DateTerms dates);

    protected abstract string Of(Occurrence occurrence);

    protected string AnyOf(IReadOnlyList<Occurrence> occurrences, string or) => string.Join(or, occurrences.Select(Of));

    /// <summary>Whether a week never closes.</summary>
    protected static bool IsAlways(IReadOnlyList<(IsoDayOfWeek First, IsoDayOfWeek Last, string Hours)> week) =>
        week is [(IsoDayOfWeek.Monday, IsoDayOfWeek.Sunday, "00:00-24:00")];
}
