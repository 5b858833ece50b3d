using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace SlaMonitor.Monitoring.Notification;

/// <summary>How a <see cref="NotificationOrder"/> is written into a queue message.</summary>
internal static class NotificationJson
{
    private static readonly JsonSerializerOptions Options =
        new JsonSerializerOptions(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } }
            .ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    public static string Write(NotificationOrder order) => JsonSerializer.Serialize(order, Options);

    /// <exception cref="JsonException">The text is not an order.</exception>
    public static NotificationOrder? Read(string text) => JsonSerializer.Deserialize<NotificationOrder>(text, Options);
}
