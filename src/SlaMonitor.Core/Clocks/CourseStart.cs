using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Clocks;

/// <summary>From when on a target counts a course (<see cref="CountsFrom"/>).</summary>
internal static class CourseStart
{
    /// <summary>The course as a target counts it; <c>null</c> where it has not begun yet, or was over before.</summary>
    public static Course? Of(Ticket ticket, CountsFrom from, in Course course)
    {
        if (from == CountsFrom.Created) return course;

        var handOvers = 0;
        var earliest = from switch
        {
            CountsFrom.Assignment => Assignment(ticket, course.EndedAt, out handOvers),
            CountsFrom.FirstResponse => ticket.FirstMessage(Actor.Agent, ticket.CreatedAt),
            _ => CustomerMessage(ticket),
        };
        if (earliest is not { } since || since > course.EndedAt) return null;

        // What the first response itself ended is over before that.
        if (from == CountsFrom.FirstResponse && since == course.EndedAt && course.End == ClockEnd.Replied) return null;

        return course with { Cycle = course.Cycle + handOvers, StartedAt = Instant.Max(course.StartedAt, since) };
    }

    /// <summary>From when on a ticket's first response can count; <c>null</c>: not yet.</summary>
    public static Instant? OfFirstResponse(Ticket ticket, CountsFrom from) =>
        from == CountsFrom.CustomerMessage ? CustomerMessage(ticket) : ticket.CreatedAt;

    /// <summary>When the ticket came to the group, or else to the person, that had it last; <c>null</c>: nobody has it.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="until">Up to when; <c>null</c>: the present.</param>
    /// <param name="handOvers">
    /// How often it was handed over before. Each is a cycle of its own: what was told to one group need be told to the next.
    /// </param>
    private static Instant? Assignment(Ticket ticket, Instant? until, out int handOvers)
    {
        var last = until is { } end ? ticket.FactsIndexAt(end) : ticket.FactsHistory.Count - 1;
        string? holder = null;
        Instant? since = null;
        handOvers = 0;
        for (var i = 0; i <= last; i++)
        {
            var facts = ticket.FactsHistory[i].Facts;
            var next = facts.Group ?? facts.Assignee;
            if (string.Equals(next, holder, StringComparison.Ordinal)) continue;

            if (holder is not null) handOvers++;
            (holder, since) = (next, next is null ? null : ticket.FactsHistory[i].From);
        }

        return since;
    }

    private static Instant? CustomerMessage(Ticket ticket)
    {
        if (ticket.OpenedBy != Actor.Agent) return ticket.CreatedAt;

        return ticket.FirstMessage(Actor.Customer, ticket.CreatedAt) is { } said ? Courses.WaitingFrom(ticket, said) : null;
    }
}
