using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Tests.Clocks;

/// <summary>
/// The slow and obvious clock: it looks at the ticket once a minute and counts the minute if the clock runs and the calendar is open. Exact
/// where all events lie on whole minutes. Knows nothing of stretches; takes only the clock's start, end and target.
/// </summary>
internal static class SteppingClock
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    public static (BusinessDuration Elapsed, Instant? Due) Read(Clock clock, Instant now)
    {
        var elapsed = BusinessDuration.Zero;
        Instant? due = null;
        for (var at = clock.StartedAt; at < now && (clock.EndedAt is null || at < clock.EndedAt); at += Minute)
        {
            var phase = clock.Ticket.Phases.Last(p => p.From <= at);
            var held = phase.IsDone || (clock.Target.Pauses && phase.Status is (TicketStatus.Pending or TicketStatus.OnHold));
            if (held || !clock.Target.Calendar.IsOpen(at)) continue;

            elapsed += BusinessDuration.FromMinutes(1);
            if (elapsed == clock.Target.Within) due = at + Minute;
        }

        return (elapsed, due);
    }
}
