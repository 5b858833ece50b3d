using SlaMonitor.Benchmarks.Calendars;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Benchmarks.Folding;

/// <summary>All four metrics, with conditions, over office hours with a lunch break.</summary>
internal static class SampleAgreement
{
    private static readonly BusinessCalendar Office = BusinessCalendar.Compile(SampleCalendars.Definition(2, "Asia/Shanghai"));
    private static readonly Condition Emergency = new() { Emergency = true };
    private static readonly Condition Urgent = new() { Priorities = [TicketPriority.Urgent, TicketPriority.High] };

    public static Agreement Build() => new()
    {
        Id = "support",
        Title = "Support",
        Version = 1,
        EffectiveFrom = new LocalDate(2020, 1, 1),
        TimeZone = Office.Zone,
        Governs = new Condition { Customers = ["acme"] },
        Calendars = new Dictionary<string, BusinessCalendar> { ["office"] = Office },
        Targets =
        [
            Promise("emergency-response", Metric.FirstResponse, Emergency, 1),
            Promise("emergency-resolution", Metric.Resolution, Emergency, 4),
            Promise("urgent-response", Metric.FirstResponse, Urgent, 1),
            Promise("response", Metric.FirstResponse, Condition.Always, 4),
            Promise("urgent-next", Metric.NextResponse, Urgent, 4),
            Promise("next", Metric.NextResponse, Condition.Always, 8),
            Promise("urgent-update", Metric.Update, Urgent, 9),
            Promise("update", Metric.Update, Condition.Always, 27),
            Promise("urgent-resolution", Metric.Resolution, Urgent, 9),
            Promise("resolution", Metric.Resolution, Condition.Always, 45),
        ],
        Contacts = new Dictionary<string, Contact>(),
        FallbackContact = null,
    };

    private static Target Promise(string id, Metric metric, Condition when, int hours) => new()
    {
        Id = id,
        Metric = metric,
        When = when,
        Within = BusinessDuration.FromHours(hours),
        Calendar = Office,
        Pauses = metric == Metric.Resolution,
    };
}
