using System.Globalization;
using NodaTime;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Core.Reporting.Outcomes;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Mails.Reports.Data;

/// <summary>The columns in which promises are written to files, and what stands in them.</summary>
internal static class PromiseColumns
{
    // ISO 8601, as everywhere. A NodaTime pattern would write the same and take longer, and a large month has half a million of them.
    private const string Wall = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF";
    private const string Utc = $"{Wall}'Z'";

    private static readonly (string Name, Func<CountedPromise, object?> Value)[] All =
    [
        ("ticket", promise => promise.Outcome.TicketId),
        ("target", promise => promise.Outcome.TargetId),
        ("metric", promise => promise.Outcome.Metric),
        ("cycle", promise => promise.Outcome.Cycle),
        ("state", promise => ReportNames.Of(promise.State)),
        ("stateWithoutExclusions", promise => ReportNames.Of(promise.SavedByExclusions ? ClockState.Breached : promise.State)),
        ("atRisk", promise => promise.AtRisk ? "true" : null),
        ("startedAt", promise => Moment(promise.Outcome.StartedAt)),
        ("dueAt", promise => Moment(promise.Outcome.DueAt)),
        ("decidedAtLocal", promise => promise.DecidedOn?.ToDateTimeUnspecified().ToString(Wall, CultureInfo.InvariantCulture)),
        ("endedAt", promise => Moment(promise.Outcome.EndedAt)),
        ("budgetSeconds", promise => promise.Outcome.Budget.TotalSeconds),
        ("usedPercent", promise => promise.UsedPercent is { } used ? decimal.Round(used, 2) : null),
        ("pendingSeconds", promise => promise.Outcome.Held.Pending.TotalSeconds),
        ("onHoldSeconds", promise => promise.Outcome.Held.OnHold.TotalSeconds),
        ("otherHeldSeconds", promise => OtherHeld(promise.Outcome.Held)),
        ("excludedSeconds", promise => promise.Outcome.Excluded.TotalSeconds),
        ("provisional", promise => promise.Outcome.IsProvisional ? "true" : null),
        ("customer", promise => promise.Outcome.Facts.Customer),
        ("category", promise => promise.Outcome.Facts.Category),
        ("priority", promise => ReportNames.Of(promise.Outcome.Facts.Priority)),
        ("emergency", promise => promise.Outcome.Facts.Emergency ? "true" : null),
        ("group", promise => promise.Outcome.Facts.Group),
        ("assignee", promise => promise.Outcome.Facts.Assignee),
        ("title", promise => promise.Outcome.Facts.Title),
        ("agreementVersion", promise => promise.Outcome.AgreementVersion),
        ("computedDueAt", promise => Moment(promise.Outcome.ComputedDue?.At)),
        ("stateWithoutAgreedDue", promise => ReportNames.Of(promise.StateWithoutAgreedDue)),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(column => column.Name)];

    public static int Count => All.Length;

    /// <summary>What stands in a column: a text, a number, or nothing.</summary>
    public static object? ValueOf(in CountedPromise promise, int column) => All[column].Value(promise);

    private static string? Moment(Instant? at) => at?.ToDateTimeUtc().ToString(Utc, CultureInfo.InvariantCulture);

    private static long OtherHeld(HeldTimes held) =>
        (held[TicketStatus.New] + held[TicketStatus.Open] + held[TicketStatus.Resolved] + held[TicketStatus.Closed]).TotalSeconds;
}
