using System.Diagnostics;
using NodaTime;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Escalations;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Monitoring.Observability;

/// <summary>
/// Keeps one trace from an event to the mail that it leads to, hours or days later. Between the two lie a store and a queue, and the
/// evaluation that finds the step is about many tickets: so the trace is carried in the event and in the queue message, and the
/// evaluation is only linked to.
/// </summary>
internal static class Trace
{
    private const string TicketTag = "slamonitor.ticket";
    private const string StepTag = "slamonitor.step";
    private const string NotificationTag = "slamonitor.notification";

    /// <summary>Starts the ingestion of a delivery, as part of the request that brought it.</summary>
    public static Activity? Ingesting(IReadOnlyList<TicketEvent> events) => Telemetry.Source.StartActivity(
        ActivityKind.Internal,
        name: Telemetry.IngestSpan,
        links: events.Select(e => e.TraceParent).Distinct(StringComparer.Ordinal).SelectMany(Link));

    /// <summary>The events, each with a trace: its own where the sender gave one, else that of its delivery.</summary>
    public static IReadOnlyList<TicketEvent> Stamped(IReadOnlyList<TicketEvent> events) =>
        Activity.Current?.Id is { } current
            ? [.. events.Select(e => e.TraceParent is null ? e with { TraceParent = current } : e)]
            : events;

    /// <summary>Starts an evaluation.</summary>
    public static Activity? Evaluating() => Telemetry.Source.StartActivity(Telemetry.EvaluateSpan);

    /// <summary>Notes that a step has come, in the trace of the event that started its clock.</summary>
    /// <returns>What the messages of the step carry; <c>null</c> where nobody traces.</returns>
    public static string? OfFiring(ScheduledStep step, IReadOnlyList<TicketEvent> log) =>
        Fired(step.Clock, step.Id.ToString(), OriginOf(step.Clock.StartedAt, log));

    /// <summary>Notes that an all-clear is given, in the trace of the event that ended the clock.</summary>
    /// <returns>What the messages of the all-clear carry; <c>null</c> where nobody traces.</returns>
    public static string? OfAllClear(AllClear allClear, IReadOnlyList<TicketEvent> log) =>
        Fired(allClear.Clock, allClear.Id.ToString(), OriginOf(allClear.Clock.EndedAt ?? allClear.Clock.StartedAt, log));

    /// <summary>Starts the handling of a queue message, in the trace that it carries.</summary>
    public static Activity? Notifying(string? traceParent, string ticketId, string notificationId)
    {
        var invocation = Activity.Current;
        KeyValuePair<string, object?>[] tags = [new(TicketTag, ticketId), new(NotificationTag, notificationId)];
        return ParentOf(traceParent) is { } parent
            ? Telemetry.Source.StartActivity(ActivityKind.Consumer, parent, tags, Link(invocation?.Id), name: Telemetry.NotifySpan)
            : Telemetry.Source.StartActivity(ActivityKind.Consumer, tags: tags, name: Telemetry.NotifySpan);
    }

    private static string? Fired(Clock clock, string step, string? origin)
    {
        if (ParentOf(origin) is not { } parent) return Activity.Current?.Id;

        using var span = Telemetry.Source.StartActivity(
            ActivityKind.Producer, parent, [new(TicketTag, clock.Ticket.Id), new(StepTag, step)], Link(Activity.Current?.Id),
            name: Telemetry.FireSpan);
        return span?.Id ?? origin;
    }

    /// <summary>The event that started or ended a clock: the last that had happened by then and has a trace.</summary>
    private static string? OriginOf(Instant moment, IReadOnlyList<TicketEvent> log) =>
        log.Where(e => e.TraceParent is not null && e.Time <= moment).MaxBy(e => (e.Time, e.Id))?.TraceParent;

    private static ActivityContext? ParentOf(string? traceParent) =>
        ActivityContext.TryParse(traceParent, traceState: null, isRemote: true, out var context) ? context : null;

    private static IEnumerable<ActivityLink> Link(string? traceParent) => ParentOf(traceParent) is { } context ? [new(context)] : [];
}
