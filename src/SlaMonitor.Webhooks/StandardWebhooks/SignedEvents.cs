using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SlaMonitor.CloudEvents;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.StandardWebhooks;

/// <summary>
/// Reads CloudEvents as <c>POST /api/events</c> does, with two liberties: what stands before the name of what happened is
/// configured, and the ticket may be named by <c>data.ticketId</c>. A plain event, <c>{type, timestamp, data}</c>, is read as the
/// CloudEvent that it amounts to.
/// </summary>
internal static class SignedEvents
{
    private const string TicketField = "ticketId";
    private const string IdHeader = "webhook-id";

    public static void Translate(Translator translator)
    {
        var request = translator.Request;
        var reader = new DeliveryReader(new Present(translator.Now));
        var dialect = new Dialect(translator.Vocabulary.TypePrefix ?? Dialect.Ours.TypePrefix, TicketField);

        var isPlain = IsPlain(translator, request);
        if (isPlain && request.Header(IdHeader) is null)
        {
            translator.Fail(IdHeader, "The header is missing: it is the event's id.");
            return;
        }

        translator.Add(
            isPlain
                ? reader.Read("application/json", Headers(translator, request), Encoding.UTF8.GetBytes(Data(translator.Body)), dialect)
                : reader.Read(request.ContentType, request.Headers, request.Body, dialect),
            told => Own(translator, told));
    }

    private static bool IsPlain(Translator translator, WebhookRequest request) =>
        translator.Body.ValueKind == JsonValueKind.Object && !translator.Body.Get("specversion").HasValue()
        && !request.Headers.Keys.Any(name => name.StartsWith("ce-", StringComparison.OrdinalIgnoreCase));

    private static Dictionary<string, string> Headers(Translator translator, WebhookRequest request)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ce-specversion"] = "1.0",
            ["ce-id"] = Uri.EscapeDataString(request.Header(IdHeader)!),
            ["ce-source"] = "/plain",
            ["ce-type"] = Uri.EscapeDataString(translator.Body.Get("type").Text() ?? string.Empty),
        };
        var stamp = translator.Body.Get("timestamp");
        if (translator.Time(stamp) is { } time) headers["ce-time"] = InstantPattern.ExtendedIso.Format(time);
        else if (stamp.HasValue()) translator.Fail("timestamp", "This is no time: write it as 2026-05-04T09:15:30Z.");
        return headers;
    }

    private static string Data(JsonElement body) =>
        body.Get("data") is { ValueKind: not JsonValueKind.Undefined } data ? data.GetRawText() : "{}";

    // The sender's own source goes into the id, so that two sources of one connection keep their events apart, and no
    // connection tells for another.
    private static TicketEvent Own(Translator translator, TicketEvent told) => told with
    {
        TicketId = translator.Vocabulary.TicketIdOf(told.TicketId),
        Source = translator.Vocabulary.Source,
        Id = Fingerprint.Of(Encoding.UTF8.GetBytes($"{told.Source} {told.Id}")),
    };

    private sealed class Present(Instant now) : IClock
    {
        public Instant GetCurrentInstant() => now;
    }
}
