using System.Security.Cryptography;
using System.Text;
using NodaTime;
using SlaMonitor.Core.Escalations;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Notification;

/// <summary>Turns a step that has come into the queue messages that tell its recipients.</summary>
internal static class Orders
{
    public static IEnumerable<OutgoingMessage> For(ScheduledStep step, Instant now, string? traceParent)
    {
        var clock = step.Clock;
        var recipients = Recipients.Of(step, now);
        foreach (var recipient in recipients)
        {
            var order = new NotificationOrder
            {
                NotificationId = NotificationId(clock.Ticket.Id, step.Id, recipient.Address),
                TicketId = clock.Ticket.Id,
                StepId = step.Id,
                Metric = clock.Target.Metric,
                Target = clock.Target.Id,
                Cycle = clock.Cycle,
                Moment = step.Step.At.Name,
                StepAt = step.At,
                Recipient = recipient.Address,
                Because = recipient.Because,
                Language = recipient.Language,
                TimeZone = recipient.TimeZone.Id,
                AlsoTold = [.. recipients.Where(other => other != recipient).Select(other => other.Address)],
                OrderedAt = now,
                TraceParent = traceParent,
            };
            yield return new OutgoingMessage(
                order.NotificationId, step.Id, order.TicketId, NotificationJson.Write(order), traceParent);
        }
    }

    /// <summary>128 bits of a hash: short enough for every queue's message id, whatever a ticket is called.</summary>
    private static string NotificationId(string ticketId, string stepId, string recipient)
    {
        var identity = $"{ticketId}\n{stepId}\n{recipient.ToLowerInvariant()}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity))[..16]);
    }
}
