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

    /// <summary>Four metrics of the agreement's own over the same hours: a response, an OLA, a wait for the vendor, a resolution.</summary>
    public static Agreement BuildOwn()
    {
        var second = new Condition { Groups = ["second"] };
        var waiting = new Condition { Statuses = [TicketStatus.OnHold] };
        var resolved = new Occurrence.Resolved();
        MetricRule[] rules =
        [
            new() { Starts = [new Occurrence.Created()], Stops = [new Occurrence.Reply(Actor.Agent, true), resolved] },
            new() { Starts = [new Occurrence.Becomes(second)], Stops = [resolved], Pauses = new Condition { Not = second } },
            new() { Starts = [new Occurrence.Becomes(waiting)], Stops = [new Occurrence.Ceases(waiting)] },
            new() { Starts = [new Occurrence.Created()], Stops = [resolved], Pauses = waiting },
        ];
        Metric[] metrics = [.. rules.Select((rule, i) => Metric.Own($"own-{i}", null, rule, i))];
        return Build() with
        {
            Metrics = metrics,
            Targets = [.. metrics.Select(metric => Promise(metric.Name, metric, Condition.Always, 9))],
        };
    }

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
