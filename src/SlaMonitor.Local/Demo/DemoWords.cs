using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Local.Demo;

/// <summary>Says what happens in the demo, in a line.</summary>
internal static class DemoWords
{
    /// <summary>The line of an event; <c>null</c> for one that nobody would tell.</summary>
    public static string? Of(TicketEvent happened) => What(happened) is { } what ? $"{happened.TicketId}  {what}" : null;

    private static string? What(TicketEvent happened)
    {
        var change = happened.Change;
        return happened.Type switch
        {
            TicketEventType.Created =>
                $"opened by {change.Customer}, {(change.Emergency == true ? "an emergency" : Word(change.Priority))}: {change.Title}",
            TicketEventType.Replied when change.By == Actor.Agent =>
                $"answered by {change.Agent}{(change.Status == TicketStatus.Pending ? ", and waits for the customer" : string.Empty)}",
            TicketEventType.Replied => "the customer writes again",
            TicketEventType.Resolved => $"resolved by {change.Agent}",
            TicketEventType.Reopened => "reopened: it does not work yet",
            TicketEventType.Rated => $"the customer gives {change.Rating} of 5",
            TicketEventType.Merged => "merged into another ticket",
            TicketEventType.Acknowledged => $"taken by {change.Acknowledgement?.By}",
            TicketEventType.Updated => change.Status switch
            {
                TicketStatus.Pending => "waits for the customer: its resolution stands still",
                TicketStatus.OnHold => "waits for a third party: its resolution stands still",
                TicketStatus.Open => "goes on",
                _ => null,
            },
            _ => null,
        };
    }

    private static string Word(TicketPriority? priority) => $"{priority}".ToLowerInvariant();
}
