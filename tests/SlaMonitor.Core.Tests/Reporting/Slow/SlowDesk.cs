using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Agreements.Credits;
using SlaMonitor.Core.Agreements.Indicators;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Core.Tests.Reporting.Slow;

/// <summary>
/// An agreement over the 29 February and the spring of 2024, with an amendment in mid-March that moves to another zone, budget and fee, and
/// with exclusions. Written twice: as the program reads it, and as plain numbers for <see cref="SlowTicket"/>.
/// </summary>
internal static class SlowDesk
{
    public static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    public static readonly DateTimeZone Shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <summary>When the desk opens its doors, and everything is told in quarters of an hour from here.</summary>
    public static readonly Instant Start = Instant.FromUtc(2024, 2, 1, 0, 0);

    /// <summary>The amendment takes effect on 15 March, at midnight in Shanghai: on the day before at 16:00 UTC.</summary>
    public const int AmendedAt = (42 * 96) + 64;

    public static readonly (Instant From, Instant To)[] Excluded =
    [
        (Instant.FromUtc(2024, 2, 28, 10, 0), Instant.FromUtc(2024, 3, 1, 9, 30)),
        (Instant.FromUtc(2024, 3, 29, 0, 0), Instant.FromUtc(2024, 4, 2, 0, 0)),
    ];

    public static readonly AgreementHistory History = new([Version(1), Version(2)]);

    public static Instant At(int quarter) => Start + Duration.FromMinutes(15 * quarter);

    public static int ResponseQuarters(int version) => version == 1 ? 16 : 12;

    public static int ResolutionQuarters(int version) => version == 1 ? 64 : 80;

    public static decimal Basic(int version) => version == 1 ? 20_000.10m : 31_007.37m;

    public static DateTimeZone Zone(int version) => version == 1 ? Berlin : Shanghai;

    private static Agreement Version(int version)
    {
        var zone = Zone(version);
        var office = BusinessCalendar.Compile(new CalendarDefinition
        {
            Id = "office",
            TimeZone = zone.Id,
            Week = Enumerable.Range(1, 5).ToDictionary(
                day => (IsoDayOfWeek)day, IReadOnlyList<OpenHours> (_) => [OpenHours.Parse("09:00-18:00")]),
        });
        var counting = office.Without(Excluded.Select(span => new Interval(span.From, span.To)));
        return new Agreement
        {
            Id = "slow",
            Title = "Slow",
            Version = version,
            EffectiveFrom = version == 1 ? new LocalDate(2024, 1, 1) : new LocalDate(2024, 3, 15),
            TimeZone = zone,
            Calendars = new Dictionary<string, BusinessCalendar> { ["office"] = office },
            Targets =
            [
                Target("response", Metric.FirstResponse, ResponseQuarters(version)),
                Target("resolution", Metric.Resolution, ResolutionQuarters(version)),
            ],
            Contacts = new Dictionary<string, Contact>(),
            FallbackContact = null,
            Exclusions = [.. Excluded.Select(span => new Exclusion(new Interval(span.From, span.To), "storm", "both"))],
            Indicators = new IndicatorTerms { Satisfaction = new SatisfactionIndicator(4.5m, 5, ReportPeriod.Month, null) },
            Fees = new FeeSchedule("EUR", ReportPeriod.Month, Basic(version), 0, []),
            Credits = new CreditTerms(new CreditAmount.ShareOfBasic(15),
            [
                Rule(Measure.Attainment, null, 95, 5),
                Rule(Measure.Attainment, null, 80, 10),
                Rule(Measure.Attainment, "response", 90, 2),
                Rule(Measure.ResolutionRate, null, 90, 3),
                Rule(Measure.Satisfaction, null, 3, 1),
            ]),
        };

        Target Target(string id, Metric metric, int quarters) => new()
        {
            Id = id,
            Metric = metric,
            Within = BusinessDuration.FromMinutes(15 * quarters),
            Calendar = office,
            Counting = counting,
            Pauses = metric == Metric.Resolution,
            AllowsAgreedDue = metric == Metric.Resolution,
        };
    }

    private static CreditRule Rule(Measure measure, string? target, decimal below, decimal percent) =>
        new(new CreditCondition(measure, target, below, Inclusive: false), new CreditAmount.ShareOfBasic(percent));
}
