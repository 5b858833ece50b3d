using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Clocks;

/// <summary>
/// <see cref="Metric.FirstResponse"/>: from creation to the first public reply of an agent, or to the resolution. A ticket that comes back
/// without an answer still waits for one: what the reopening means, the agreement says.
/// </summary>
internal static class FirstResponseCourse
{
    public static void Trace(Ticket ticket, CountsFrom from, ReopenRule onReopen, List<Course> into)
    {
        if (CourseStart.OfFirstResponse(ticket, from) is not { } start) return;

        var reply = ticket.FirstMessage(Actor.Agent, start);
        var cycle = 1;
        for (var i = 0; i < ticket.Settlements.Count; i++)
        {
            var settled = ticket.Settlements[i];
            if (settled.To <= start) continue;
            if (reply <= settled.From) break;

            var answered = reply <= settled.To;
            if (settled.To is not null && !answered && onReopen == ReopenRule.Continue) continue;

            into.Add(new Course(cycle++, start, settled.From, Courses.EndBy(settled)));
            if (settled.To is not { } reopened || answered || onReopen == ReopenRule.KeepOutcome) return;

            start = reopened;
        }

        into.Add(new Course(cycle, start, reply, reply is null ? ClockEnd.None : ClockEnd.Replied));
    }
}
