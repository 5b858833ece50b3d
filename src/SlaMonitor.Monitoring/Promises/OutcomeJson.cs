using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Reporting.Outcomes;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Promises;

/// <summary>Outcomes as every store keeps them: what is not said is left out.</summary>
[JsonSerializable(typeof(ClockOutcome))]
[JsonSerializable(typeof(TicketOutcome))]
internal sealed partial class OutcomeJson : JsonSerializerContext
{
    /// <summary>How much of a title is kept: a list shows no more, and a title may have any length.</summary>
    private const int LongestTitle = 200;

    private static readonly OutcomeJson Stored = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        // Never shown in a page as it is; a third of the size for Chinese, and legible in the table.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new TicksConverter(),
            new BusinessDurationConverter(),
            new HeldTimesConverter(),
            new OutcomeNameConverter<TicketStatus>(),
            new OutcomeNameConverter<TicketPriority>(),
            new OutcomeNameConverter<ClockEnd>(),
            new OutcomeNameConverter<GivenUp>(),
            new StoredIdConverter<ClockId>(text => new ClockId(text)),
        },
    });

    public static string Write(ClockOutcome outcome) =>
        JsonSerializer.Serialize(outcome with { Facts = Clipped(outcome.Facts) }, Stored.ClockOutcome);

    public static string Write(TicketOutcome outcome) =>
        JsonSerializer.Serialize(outcome with { Facts = Clipped(outcome.Facts) }, Stored.TicketOutcome);

    public static ClockOutcome ReadClock(ShelfRow row)
    {
        try
        {
            return JsonSerializer.Deserialize(row.Body, Stored.ClockOutcome) ?? throw Unreadable(row, null);
        }
        catch (JsonException e)
        {
            throw Unreadable(row, e);
        }
    }

    public static TicketOutcome ReadTicket(ShelfRow row)
    {
        try
        {
            var read = JsonSerializer.Deserialize(row.Body, Stored.TicketOutcome) ?? throw Unreadable(row, null);
            return read with { Reopenings = read.Reopenings ?? [] };
        }
        catch (JsonException e)
        {
            throw Unreadable(row, e);
        }
    }

    private static InvalidDataException Unreadable(ShelfRow row, JsonException? e) =>
        new($"What is filed of {row.TicketId} {row.Clock} cannot be read.", e);

    private static OutcomeFacts Clipped(OutcomeFacts facts)
    {
        if (facts.Title is not { Length: > LongestTitle } title) return facts;

        var length = char.IsHighSurrogate(title[LongestTitle - 1]) ? LongestTitle - 1 : LongestTitle;
        return facts with { Title = title[..length] };
    }
}
