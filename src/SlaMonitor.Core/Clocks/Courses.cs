using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Clocks;

/// <summary>Reads the cycles of each metric off a ticket's history.</summary>
internal static class Courses
{
    public static void Trace(Ticket ticket, Metric metric, bool countsOpening, ReopenRule onReopen, List<Course> into)
    {
        if (metric.Rule is { } rule) OwnCourse.Trace(ticket, rule, into);
        else if (ReferenceEquals(metric, Metric.FirstResponse)) FirstResponseCourse.Trace(ticket, onReopen, into);
        else if (ReferenceEquals(metric, Metric.NextResponse)) NextResponseCourse.Trace(ticket, countsOpening, into);
        else if (ReferenceEquals(metric, Metric.Update)) UpdateCourse.Trace(ticket, into);
        else ResolutionCourse.Trace(ticket, onReopen, into);
    }

    /// <summary>What a settlement means to a clock that it ends.</summary>
    public static ClockEnd EndBy(Settlement settlement) => settlement.Gone ? ClockEnd.Gone : ClockEnd.Resolved;
}
