using System.Text.Json;

namespace SlaMonitor.Local.Storage;

/// <summary>A place in the order of the ledger.</summary>
internal readonly record struct NotificationPlace(string TicketId, string NotificationId)
{
    public static NotificationPlace Of(Monitoring.Ports.NotificationRecord record) => new(record.TicketId, record.NotificationId);

    /// <summary>The place of a text; of <c>null</c>, before all.</summary>
    /// <exception cref="ArgumentException">It is no place that was given out.</exception>
    public static NotificationPlace Parse(string? text)
    {
        if (text is null) return new(string.Empty, string.Empty);

        try
        {
            if (JsonSerializer.Deserialize<string[]>(text) is [{ } ticket, { } notification]) return new(ticket, notification);
        }
        catch (JsonException)
        {
        }

        throw new ArgumentException($"'{text}' is no place in the ledger.", nameof(text));
    }

    public override string ToString() => JsonSerializer.Serialize<string[]>([TicketId, NotificationId]);
}
