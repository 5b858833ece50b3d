using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Clocks;

/// <summary>
/// <see cref="Metric.Update"/>: while the ticket is open an agent speaks at least every so often. A cycle begins at the creation, at every
/// public message of an agent, and at a reopening; it ends with the next such message or with the resolution.
/// </summary>
internal static class UpdateCourse
{
    public static void Trace(Ticket ticket, List<Course> into)
    {
        Instant? start = ticket.CreatedAt;
        var cycle = 1;
        var message = 0;
        for (var i = 0; i <= ticket.Settlements.Count; i++)
        {
            Settlement? settled = i < ticket.Settlements.Count ? ticket.Settlements[i] : null;
            for (; message < ticket.Messages.Count && (settled is null || ticket.Messages[message].At <= settled.Value.From); message++)
            {
                var said = ticket.Messages[message];
                if (said.By != Actor.Agent || said.At <= start) continue;

                into.Add(new Course(cycle++, start!.Value, said.At, ClockEnd.Replied));
                start = said.At;
            }

            if (settled is not { } end) break;

            if (start < end.From) into.Add(new Course(cycle++, start.Value, end.From, Courses.EndBy(end)));
            start = end.To;
            if (start is null) return;
        }

        into.Add(new Course(cycle, start!.Value, null, ClockEnd.None));
    }
}
