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
    private static readonly JsonSerializerOptions Options = CreateOptions();

    public static string Write(MailOrder order) => JsonSerializer.Serialize(order, Options);

    /// <summary>How many bytes an item takes within an order.</summary>
    public static int LengthOf(OrderItem item) => JsonSerializer.SerializeToUtf8Bytes(item, Options).Length + 1;

    /// <summary>The order of a text; <c>null</c> where it is none.</summary>
    /// <param name="text">The body of a queue message, or of a manifest.</param>
    /// <param name="problem">What is wrong with it; empty where nothing is.</param>
    public static MailOrder? Read(string text, out string problem)
    {
        problem = string.Empty;
        try
        {
            if (JsonSerializer.Deserialize<MailOrder>(text, Options) is { MailId: not "", Recipient: not "", Items.Count: > 0 } order
                && order.Items.All(IsWhole))
            {
                return order;
            }

            problem = "The message body names no mail, recipient or item; it should be a mail order.";
        }
        catch (JsonException e)
        {
            problem = $"The message body is not a mail order: {e.Message}";
        }

        return null;
    }

    /// <summary>The order of a text that this program has written as one.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static MailOrder Read(string text) => Read(text, out var problem) ?? throw new InvalidDataException(problem);

    /// <summary>
    /// The body of a dead letter as it is sent again: it tries its recipient anew, also one whom a mail did not reach, and the patience
    /// begins anew. Claims that it has stay its own.
    /// </summary>
    public static string Renew(string text)
    {
        if (Read(text, out _) is not { } order) return text;

        var deferral = order.Deferral is { } before ? before with { Cause = DeferralCause.Resent } : null;
        return Write(order with { NobodyLeft = null, Deferral = deferral, Resent = order.Resent + 1 });
    }

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            RespectNullableAnnotations = true,
            Converters =
            {
                new JsonStringEnumConverter(JsonNamingPolicy.CamelCase),
                new StoredIdConverter<ClockId>(text => new ClockId(text)),
            },
        }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private static bool IsWhole(OrderItem? item) => item is { TicketId: not "", Moment: not "" };
}
