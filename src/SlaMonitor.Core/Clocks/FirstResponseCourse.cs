using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Clocks;

/// <summary><see cref="Metric.FirstResponse"/>: from creation to the first public reply of an agent, or to the first resolution.</summary>
internal static class FirstResponseCourse
{
    public static void Trace(Ticket ticket, List<Course> into)
    {
        var reply = FirstReply(ticket);
        if (ticket.SettlementFrom(ticket.CreatedAt) is { } settled && (reply is null || settled.From < reply))
            into.Add(new Course(1, ticket.CreatedAt, settled.From, Courses.EndBy(settled)));
        else
            into.Add(new Course(1, ticket.CreatedAt, reply, reply is null ? ClockEnd.None : ClockEnd.Replied));
    }

    private static Instant? FirstReply(Ticket ticket)
    {
        for (var i = 0; i < ticket.Messages.Count; i++)
        {
            if (ticket.Messages[i].By == Actor.Agent) return ticket.Messages[i].At;
        }

        return null;
    }
}
