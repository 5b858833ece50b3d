using System.Text;
using System.Text.Json;
using NodaTime;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.CloudEvents.Files;

/// <summary>
/// Reads lines that are as plain as nearly all are: no attribute but those that every event has, no escapes in them, the time in UTC. What
/// it reads is what <see cref="DeliveryReader"/> would, and what it does not understand it leaves to that: it never complains.
/// Not for several threads.
/// </summary>
/// <param name="clock">The present.</param>
internal sealed class PlainEventReader(IClock clock)
{
    private readonly RecentValues<string> _texts = new(bits: 14);
    private readonly RecentValues<string> _sources = new(bits: 8);
    private readonly RecentValues<TicketChange> _changes = new(bits: 12);

    /// <summary>What is wrong with the line. Nobody is told: the other reader finds it again.</summary>
    private readonly List<EventProblem> _problems = [];

    /// <summary>The event; <c>null</c> where the line is not plain.</summary>
    public TicketEvent? Read(ReadOnlyMemory<byte> line)
    {
        _problems.Clear();
        try
        {
            return Parse(line);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Remembers how a source is called, as the other reader has read it.</summary>
    public void Learn(ReadOnlyMemory<byte> line, TicketEvent read)
    {
        // A source is an address, and the library may write it otherwise than the file does.
        var bytes = Encoding.UTF8.GetBytes(read.Source);
        if (line.Span.IndexOf(bytes) >= 0) _sources.Keep(bytes, read.Source);
    }

    private TicketEvent? Parse(ReadOnlyMemory<byte> line)
    {
        string? ticket = null, source = null, id = null, typeName = null;
        Instant? time = null;
        var isVersion1 = false;
        ReadOnlyMemory<byte> data = default;
        var json = new Utf8JsonReader(line.Span);
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject) return null;

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("data"u8) && data.IsEmpty)
            {
                json.Read();
                var begin = (int)json.TokenStartIndex;
                json.Skip();
                data = line[begin..(int)json.BytesConsumed];
            }
            else if (json.ValueTextEquals("subject"u8) && ticket is null) ticket = Name(ref json);
            else if (json.ValueTextEquals("time"u8) && time is null) time = Time(ref json);
            else if (json.ValueTextEquals("type"u8) && typeName is null) typeName = Name(ref json);
            else if (json.ValueTextEquals("id"u8) && id is null) id = Name(ref json, isNew: true);
            else if (json.ValueTextEquals("source"u8) && source is null) source = Source(ref json);
            else if (json.ValueTextEquals("specversion"u8) && !isVersion1) isVersion1 = Next(ref json) && json.ValueTextEquals("1.0"u8);
            else return null;
        }

        if (json.TokenType != JsonTokenType.EndObject || json.Read() || !isVersion1) return null;
        if (ticket is null || source is null || id is null || typeName is null || time is not { } at) return null;

        var type = CloudEventTranslator.TypeOf(typeName, Dialect.OfFiles);
        if (type is TicketEventType.DueAgreed or TicketEventType.Acknowledged) return null;
        if (Change(data, at) is not { } change) return null;

        return new TicketEvent
        {
            TicketId = ticket,
            Source = source,
            Id = id,
            Time = at,
            Type = type,
            TypeName = typeName,
            Change = change,
        };
    }

    /// <summary>A text without escapes.</summary>
    private static bool Next(ref Utf8JsonReader json) => json.Read() && json.TokenType == JsonTokenType.String && !json.ValueIsEscaped;

    private string? Name(ref Utf8JsonReader json, bool isNew = false)
    {
        if (!Next(ref json)) return null;
        if (!isNew && _texts.Find(json.ValueSpan) is { } known) return known;

        var text = EventRules.Name(string.Empty, json.GetString(), string.Empty, _problems);
        if (_problems.Count > 0) return null;

        if (!isNew) _texts.Keep(json.ValueSpan, text);
        return text;
    }

    private string? Source(ref Utf8JsonReader json) => Next(ref json) ? _sources.Find(json.ValueSpan) : null;

    /// <summary>A time as <c>2026-05-04T09:15:30Z</c>, with fractions of a second or without.</summary>
    private Instant? Time(ref Utf8JsonReader json)
    {
        if (!Next(ref json) || json.ValueSpan is not [.., (byte)'Z'] text || text.Length < 20) return null;
        if (!json.TryGetDateTimeOffset(out var time)) return null;

        var at = Instant.FromDateTimeOffset(time);
        return EventRules.CanBeTrue(at, clock.GetCurrentInstant()) ? at : null;
    }

    private TicketChange? Change(ReadOnlyMemory<byte> data, Instant time)
    {
        if (data.IsEmpty) return TicketChange.None;
        if (_changes.Find(data.Span) is { } known) return known;

        using var document = JsonDocument.Parse(data);
        var change = TicketChangeReader.Read("event.data", document.RootElement, time, new Clipping(), _problems);
        if (_problems.Count > 0) return null;

        // Whether a time of creation can be true depends on the event's own.
        if (change.CreatedAt is null) _changes.Keep(data.Span, change);
        return change;
    }
}
