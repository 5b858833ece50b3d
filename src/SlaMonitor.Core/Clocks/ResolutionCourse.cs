using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Clocks;

/// <summary><see cref="Metric.Resolution"/>: from creation to resolution or closing; what a reopening means, the agreement says.</summary>
internal static class ResolutionCourse
{
    public static void Trace(Ticket ticket, ReopenRule onReopen, List<Course> into)
    {
        var start = ticket.CreatedAt;
        var cycle = 1;
        for (var i = 0; i < ticket.Settlements.Count; i++)
        {
            var settled = ticket.Settlements[i];
            if (settled.To is not null && onReopen == ReopenRule.Continue) continue;

            into.Add(new Course(cycle++, start, settled.From, Courses.EndBy(settled)));
            if (settled.To is not { } reopened || onReopen == ReopenRule.KeepOutcome) return;

            start = reopened;
        }

        into.Add(new Course(cycle, start, null, ClockEnd.None));
    }
}
