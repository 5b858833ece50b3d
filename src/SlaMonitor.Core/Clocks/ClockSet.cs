using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Clocks;

/// <summary>Starts every clock that an agreement's targets promise for a ticket.</summary>
public static class ClockSet
{
    /// <summary>
    /// All clocks of a ticket, by metric and then by cycle; last those of the metrics that the agreement which governs it now defines.
    /// </summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="governing">
    /// The agreement that governs the ticket when its facts are these, or <c>null</c> for none. A clock that goes on follows the
    /// ticket's present facts: its elapsed time stays and the new budget applies from its start. A clock that has ended keeps the
    /// promise that it ended under.
    /// </param>
    public static IReadOnlyList<Clock> Of(Ticket ticket, Func<TicketFacts, Agreement?> governing)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        ArgumentNullException.ThrowIfNull(governing);

        var clocks = new List<Clock>(Metric.BuiltIn.Count);
        var courses = new List<Course>(2);
        var promisesByFacts = new Promises?[ticket.FactsHistory.Count];
        var present = PromisesUnder(promisesByFacts.Length - 1);
        for (var i = 0; i < Metric.BuiltIn.Count; i++) Add(Metric.BuiltIn[i]);
        for (var i = 0; i < present.Agreement?.Metrics.Count; i++) Add(present.Agreement.Metrics[i]);
        return clocks;

        void Add(Metric metric)
        {
            courses.Clear();
            Courses.Trace(ticket, metric, present[metric], present.Agreement?.OnReopen ?? ReopenRule.Continue, courses);
            var before = 0;
            foreach (var course in courses)
            {
                var promises = course.EndedAt is { } end ? PromisesUnder(ticket.FactsIndexAt(end)) : present;
                if (promises[metric] is not { } target) continue;
                if (CourseStart.Of(ticket, target.From, course) is { } counted)
                    clocks.Add(new Clock(ticket, promises.Agreement!, target, counted with { Cycle = counted.Cycle - before }));
                else
                    before++;
            }
        }

        Promises PromisesUnder(int index)
        {
            var facts = ticket.FactsHistory[index].Facts;
            return promisesByFacts[index] ??= Promises.Of(governing(facts), facts);
        }
    }
}
