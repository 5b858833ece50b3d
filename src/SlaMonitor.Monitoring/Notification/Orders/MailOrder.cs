using System.Text.Json.Serialization;
using NodaTime;

namespace SlaMonitor.Monitoring.Notification.Orders;

/// <summary>
/// What the evaluator asks the notifier to do: one mail to one person, about all that they have to hear of now. The body of a queue
/// message; it holds names, and the notifier looks up what they stand for.
/// </summary>
public sealed record MailOrder
{
    /// <summary>How long a claim on a notification holds before another delivery may take it: its holder has died.</summary>
    internal static readonly Duration ClaimGoesStaleAfter = Duration.FromMinutes(5);

    /// <summary>The mail: derived from all that it tells, so that a repeat is recognised.</summary>
    public required string MailId { get; init; }

    /// <summary>The recipient's address.</summary>
    public required string Recipient { get; init; }

    /// <summary>The language that the recipient reads.</summary>
    public required string Language { get; init; }

    /// <summary>The zone that the recipient reads times in (IANA).</summary>
    public required string TimeZone { get; init; }

    /// <summary>When the order was given; tells a redelivery of one message from a second message of the same mail.</summary>
    public required Instant OrderedAt { get; init; }

    /// <summary>The trace of the most pressing item's step (W3C <c>traceparent</c>), or <c>null</c> where nobody traces.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TraceParent { get; init; }

    /// <summary>What to tell: at least one.</summary>
    public required IReadOnlyList<OrderItem> Items { get; init; }

    /// <summary>The ticket, or how many: for logs and traces.</summary>
    [JsonIgnore]
    public string TicketIds =>
        Items.Select(item => item.TicketId).Distinct(StringComparer.Ordinal).ToList() is [var only] ? only : $"{Items.Count} items";

    /// <summary>The queue message that claims are held by.</summary>
    [JsonIgnore]
    public string Holder => $"{MailId} {OrderedAt}";

    /// <summary>The notification that tells the recipient of an item.</summary>
    public string NotificationIdOf(OrderItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return NotificationIds.Of(item.TicketId, item.Subject, Recipient);
    }
}
