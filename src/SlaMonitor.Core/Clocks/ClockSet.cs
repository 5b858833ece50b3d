using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Clocks;

/// <summary>Starts every clock that an agreement's targets promise for a ticket.</summary>
public static class ClockSet
{
    private static readonly Metric[] AllMetrics = Enum.GetValues<Metric>();

    /// <summary>All clocks of a ticket, by metric and then by cycle.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="governing">
    /// The agreement that governs the ticket when its facts are these, or <c>null</c> for none. A clock that goes on follows the ticket's present
    /// facts: its elapsed time stays and the new budget applies from its start. A clock that has ended keeps the promise that it ended under.
    /// </param>
    public static IReadOnlyList<Clock> Of(Ticket ticket, Func<TicketFacts, Agreement?> governing)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        ArgumentNullException.ThrowIfNull(governing);

        var clocks = new List<Clock>(AllMetrics.Length);
        var courses = new List<Course>(2);
        var present = governing(ticket.Facts);
        foreach (var metric in AllMetrics)
        {
            var presentTarget = TargetFor(present, metric, ticket.Facts);

            courses.Clear();
            Courses.Trace(ticket, metric, presentTarget?.CountsOpening ?? false, present?.OnReopen ?? ReopenRule.Continue, courses);
            foreach (var course in courses)
            {
                var facts = course.EndedAt is { } end ? ticket.FactsAt(end) : ticket.Facts;
                var unchanged = ReferenceEquals(facts, ticket.Facts);
                var agreement = unchanged ? present : governing(facts);
                var target = unchanged ? presentTarget : TargetFor(agreement, metric, facts);
                if (target is not null) clocks.Add(new Clock(ticket, agreement!, target, course));
            }
        }

        return clocks;
    }

    private static Target? TargetFor(Agreement? agreement, Metric metric, TicketFacts facts)
    {
        if (agreement is null) return null;

        for (var i = 0; i < agreement.Targets.Count; i++)
        {
            var target = agreement.Targets[i];
            if (target.Metric == metric && target.When.Holds(facts)) return target;
        }

        return null;
    }
}
