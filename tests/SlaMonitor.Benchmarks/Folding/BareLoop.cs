using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Benchmarks.Folding;

/// <summary>
/// The loop that one would write for a start: first response and resolution of a ticket whose events come in order and once, one target
/// each, no pauses, no reopening, no explanation.
/// </summary>
internal static class BareLoop
{
    public static (Instant Response, Instant Resolution, bool Responded, bool Resolved) Run(
        TicketEvent[] events, BusinessCalendar calendar, BusinessDuration respondWithin, BusinessDuration resolveWithin)
    {
        Instant? responded = null;
        Instant? resolved = null;
        foreach (var e in events)
        {
            if (e.Type == TicketEventType.Replied && e.Change.By == Actor.Agent && e.Change.Public != false) responded ??= e.Time;
            else if (e.Type is TicketEventType.Resolved or TicketEventType.Closed) resolved = e.Time;
            else if (e.Type == TicketEventType.Reopened) resolved = null;
        }

        var responseDue = calendar.Add(events[0].Time, respondWithin);
        var resolutionDue = calendar.Add(events[0].Time, resolveWithin);
        return (responseDue, resolutionDue, responded <= responseDue, resolved <= resolutionDue);
    }
}
