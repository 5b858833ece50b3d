using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Agreements.Credits;
using SlaMonitor.Core.Agreements.Indicators;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Mails.Preview;

/// <summary>
/// The agreement that previews are made by: a response in 4 h and a resolution in two days of 9 h, Monday to Friday, in Berlin.
/// </summary>
internal static class SampleAgreement
{
    /// <summary>The support lead, who is told of every breach.</summary>
    public const string Lead = "lead@example.com";

    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    /// <summary>The agreement, alone in a book.</summary>
    public static AgreementBook Book { get; } = new([new AgreementHistory([Agreement()])]);

    private static Agreement Agreement()
    {
        var exclusion = new Exclusion(
            new Interval(Instant.FromUtc(2026, 3, 4, 9, 0), Instant.FromUtc(2026, 3, 4, 11, 0)), "Power cut", "both parties");
        var office = BusinessCalendar.Compile(new CalendarDefinition
        {
            Id = "business",
            TimeZone = Berlin.Id,
            Week = Enum.GetValues<IsoDayOfWeek>().Where(day => day is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Friday)
                .ToDictionary(day => day, IReadOnlyList<OpenHours> (_) => [OpenHours.Parse("09:00-18:00")]),
        });

        return new Agreement
        {
            Id = "sample",
            Title = "Sample",
            Version = 1,
            EffectiveFrom = new LocalDate(2026, 1, 1),
            TimeZone = Berlin,
            Calendars = new Dictionary<string, BusinessCalendar>(StringComparer.Ordinal) { [office.Id] = office },
            Targets = [Target("response", Metric.FirstResponse, 4), Target("resolution", Metric.Resolution, 18)],
            Contacts = new[] { OnCall(), new Contact { Id = "lead", Email = Lead } }
                .ToDictionary(contact => contact.Id, StringComparer.Ordinal),
            FallbackContact = "lead",
            Escalations = [new EscalationPolicy(Condition.Always, Steps, QuietHours: null)],
            Exclusions = [exclusion],
            Indicators = new IndicatorTerms
            {
                Attainment = new RateIndicator(95, ReportPeriod.Month),
                ResolutionRate = new RateIndicator(95, ReportPeriod.Month),
                Satisfaction = new SatisfactionIndicator(4.5m, 5, ReportPeriod.Month, SurveyEvery: null),
            },
            Fees = new FeeSchedule("EUR", ReportPeriod.Month, Basic: 20_000, EmergencyPerTicket: 800, ValueAdded: []),
            Credits = new CreditTerms(new CreditAmount.ShareOfBasic(15),
            [
                Rule(Measure.Attainment, 95, 5),
                Rule(Measure.Attainment, 90, 10),
                Rule(Measure.ResolutionRate, 95, 3),
            ]),
        };

        Target Target(string id, Metric metric, int hours) => new()
        {
            Id = id,
            Metric = metric,
            Within = BusinessDuration.FromHours(hours),
            Calendar = office,
            Counting = office.Without([exclusion.Span]),
            Pauses = metric == Metric.Resolution,
        };
    }

    private static CreditRule Rule(Measure measure, decimal below, decimal percent) =>
        new(new CreditCondition(measure, TargetId: null, below, Inclusive: false), new CreditAmount.ShareOfBasic(percent));

    private static EscalationStep[] Steps =>
    [
        new(new StepMoment.ShareOfBudget(50), ["assignee"], UnlessAcknowledged: true),
        new(new StepMoment.Due(), ["on-call", "lead"], UnlessAcknowledged: true),
        new(new StepMoment.AfterDue(BusinessDuration.FromHours(4)), ["lead"], UnlessAcknowledged: true),
    ];

    private static Contact OnCall() => new()
    {
        Id = "on-call",
        Rotation = new Rotation(new RepeatingTurns(
            RotationPeriod.Weekly,
            IsoDayOfWeek.Monday,
            new LocalTime(9, 0),
            new LocalDate(2026, 3, 2),
            ["anna@example.com", "ben@example.com"])),
    };
}
