using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Notification.Orders;

/// <summary>How a <see cref="MailOrder"/> is written into a queue message.</summary>
internal static class MailOrderJson
{
    private static readonly JsonSerializerOptions Options =
        new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            RespectNullableAnnotations = true,
            Converters =
            {
                new JsonStringEnumConverter(JsonNamingPolicy.CamelCase),
                new StoredIdConverter<ClockId>(text => new ClockId(text)),
            },
        }
            .ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    public static string Write(MailOrder order) => JsonSerializer.Serialize(order, Options);

    /// <summary>How many bytes an item takes within an order.</summary>
    public static int LengthOf(OrderItem item) => JsonSerializer.SerializeToUtf8Bytes(item, Options).Length + 1;

    /// <exception cref="PoisonMessageException">The text is not an order.</exception>
    public static MailOrder Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<MailOrder>(text, Options) is { MailId: not "", Recipient: not "", Items.Count: > 0 } order
                && order.Items.All(IsWhole)
                ? order
                : throw new PoisonMessageException(
                    "NotAnOrder",
                    "The message body names no mail, recipient or item; it should be a mail order.");
        }
        catch (JsonException e)
        {
            throw new PoisonMessageException("NotAnOrder", $"The message body is not a mail order: {e.Message}");
        }
    }

    private static bool IsWhole(OrderItem? item) => item is { TicketId: not "", Moment: not "" };
}
