using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Clocks;

/// <summary>Reads the cycles of each metric off a ticket's history.</summary>
internal static class Courses
{
    /// <param name="ticket">The ticket.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="present">The target that applies now, where one does: it says what a cycle is.</param>
    /// <param name="onReopen">What a reopening does.</param>
    /// <param name="into">Takes the cycles.</param>
    public static void Trace(Ticket ticket, Metric metric, Target? present, ReopenRule onReopen, List<Course> into)
    {
        var from = present?.From ?? CountsFrom.Created;
        if (metric.Rule is { } rule) OwnCourse.Trace(ticket, rule, into);
        else if (ReferenceEquals(metric, Metric.FirstResponse)) FirstResponseCourse.Trace(ticket, from, onReopen, into);
        else if (ReferenceEquals(metric, Metric.NextResponse)) NextResponseCourse.Trace(ticket, present?.CountsOpening ?? false, into);
        else if (ReferenceEquals(metric, Metric.Update)) UpdateCourse.Trace(ticket, into);
        else ResolutionCourse.Trace(ticket, onReopen, into);
    }

    /// <summary>From when on a message waits for an answer: on a settled ticket, for nothing until the ticket comes back.</summary>
    public static Instant? WaitingFrom(Ticket ticket, Instant said) => ticket.SettlementAt(said) is { } settled ? settled.To : said;

    /// <summary>What a settlement means to a clock that it ends.</summary>
    public static ClockEnd EndBy(Settlement settlement) => settlement.Gone ? ClockEnd.Gone : ClockEnd.Resolved;
}
