using System.Globalization;
using System.Text.Json;
using NodaTime;
using SlaMonitor.Mails.Mime;
using SlaMonitor.Monitoring.Notification.Delivery;

namespace SlaMonitor.Azure.SendGrid.Events;

/// <summary>
/// Translates what the Event Webhook sends: a JSON array of events. Events of kinds that say nothing of the delivery (opened, clicked,
/// processed, and what SendGrid will invent), and those of mails without our id that have arrived or may yet, are passed over.
/// </summary>
public static class EventReader
{
    private const int LongestReason = 500;

    /// <summary>The reports, in the order of the array; <c>null</c> where the body is no JSON array.</summary>
    public static IReadOnlyList<DeliveryReport>? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Array
                ? [.. document.RootElement.EnumerateArray().Select(ReportOf).OfType<DeliveryReport>()]
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static DeliveryReport? ReportOf(JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object
            || KindOf(Text(entry, "event")) is not { } kind
            || Text(entry, "sg_event_id") is not { Length: > 0 } id
            || TimeOf(Text(entry, "timestamp")) is not { } at)
        {
            return null;
        }

        // Without our id it may still be our mail, and somebody may not have been told.
        var notification = Text(entry, SendGridMail.NotificationArgument) is { Length: > 0 } known ? known : null;
        if (notification is null && kind is (DeliveryKind.Delivered or DeliveryKind.Deferred)) return null;

        return new DeliveryReport(
            notification, Text(entry, SendGridMail.TicketArgument), Text(entry, "email") ?? "", kind, ReasonOf(entry), at, id);
    }

    private static DeliveryKind? KindOf(string? name) => name switch
    {
        "delivered" => DeliveryKind.Delivered,
        "deferred" => DeliveryKind.Deferred,
        "bounce" => DeliveryKind.Bounced,
        "dropped" => DeliveryKind.Dropped,
        "spamreport" => DeliveryKind.SpamReport,
        _ => null,
    };

    /// <summary>A bounce has a reason, a deferral and a delivery the mail server's response.</summary>
    private static string ReasonOf(JsonElement entry)
    {
        var reason = MailHeaders.OneLine(Text(entry, "reason") ?? Text(entry, "response") ?? "");
        return reason.Length <= LongestReason ? reason : reason[..LongestReason] + "…";
    }

    private static Instant? TimeOf(string? seconds) =>
        long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var unix)
        && unix <= Instant.MaxValue.ToUnixTimeSeconds()
            ? Instant.FromUnixTimeSeconds(unix)
            : null;

    private static string? Text(JsonElement entry, string name)
    {
        var value = entry.EnumerateObject().LastOrDefault(property => TextOf(() => property.Name) == name).Value;
        return value.ValueKind switch
        {
            JsonValueKind.String => TextOf(value.GetString),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
    }

    /// <summary>Half a surrogate pair is text to JSON and none to us, in a value as in a name; what stands beside it is read.</summary>
    private static string? TextOf(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
