using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Clocks;

/// <summary>Reads the cycles of each metric off a ticket's history.</summary>
internal static class Courses
{
    public static void Trace(Ticket ticket, Metric metric, bool countsOpening, ReopenRule onReopen, List<Course> into)
    {
        switch (metric)
        {
            case Metric.FirstResponse: FirstResponseCourse.Trace(ticket, onReopen, into); break;
            case Metric.NextResponse: NextResponseCourse.Trace(ticket, countsOpening, into); break;
            case Metric.Update: UpdateCourse.Trace(ticket, into); break;
            case Metric.Resolution: ResolutionCourse.Trace(ticket, onReopen, into); break;
            default: throw new ArgumentOutOfRangeException(nameof(metric), metric, "Not a metric.");
        }
    }

    /// <summary>What a settlement means to a clock that it ends.</summary>
    public static ClockEnd EndBy(Settlement settlement) => settlement.Gone ? ClockEnd.Gone : ClockEnd.Resolved;
}
