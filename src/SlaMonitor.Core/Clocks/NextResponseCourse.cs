using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Clocks;

/// <summary>
/// <see cref="Metric.NextResponse"/>: from the oldest unanswered message of the customer to a public reply of an agent, one cycle each.
/// The message that opens the ticket is the first response's business, unless the target counts it too. A message on a settled ticket waits
/// for nothing until the ticket comes back: a "thank you" is no request.
/// </summary>
internal static class NextResponseCourse
{
    public static void Trace(Ticket ticket, bool countsOpening, List<Course> into)
    {
        var cycle = 1;
        var waiting = countsOpening ? Courses.WaitingFrom(ticket, ticket.CreatedAt) : null;
        for (var i = 0; i < ticket.Messages.Count; i++)
        {
            var message = ticket.Messages[i];
            if (waiting is { } since && ticket.SettlementFrom(since) is { } settled && settled.From < message.At)
            {
                into.Add(new Course(cycle++, since, settled.From, Courses.EndBy(settled)));
                waiting = null;
            }

            if (message.By == Actor.Customer)
            {
                if (message.At != ticket.CreatedAt) waiting ??= Courses.WaitingFrom(ticket, message.At);
            }
            else if (waiting is { } answered && answered <= message.At)
            {
                into.Add(new Course(cycle++, answered, message.At, ClockEnd.Replied));
                waiting = null;
            }
        }

        if (waiting is not { } open) return;

        into.Add(ticket.SettlementFrom(open) is { } end
            ? new Course(cycle, open, end.From, Courses.EndBy(end))
            : new Course(cycle, open, null, ClockEnd.None));
    }
}
