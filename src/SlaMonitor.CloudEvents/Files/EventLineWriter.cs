using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.CloudEvents.Files;

/// <summary>
/// Writes events as lines that <see cref="EventLineReader"/> reads: JSON Lines, each a CloudEvent in structured mode. Agreed due times and
/// acknowledgements are not among what it writes.
/// </summary>
public static class EventLineWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes an event, without the line's end.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="to">Where to.</param>
    public static void Write(TicketEvent happened, IBufferWriter<byte> to)
    {
        ArgumentNullException.ThrowIfNull(happened);
        using var json = new Utf8JsonWriter(to, Options);
        json.WriteStartObject();
        json.WriteString("specversion", "1.0");
        json.WriteString("id", happened.Id);
        json.WriteString("source", happened.Source);
        json.WriteString("type", $"ticket.{Words.Of(happened.Type)}");
        json.WriteString("subject", happened.TicketId);
        json.WriteString("time", Time(happened.Time));
        json.WritePropertyName("data");
        Write(happened.Change, json);
        json.WriteEndObject();
    }

    private static void Write(TicketChange change, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (change.CreatedAt is { } createdAt) json.WriteString("createdAt", Time(createdAt));
        Write("requester", change.Requesters, json);
        Write("status", Word(change.Status), json);
        Write("priority", Word(change.Priority), json);
        Write("emergency", change.Emergency, json);
        Write("title", change.Title, json);
        Write("url", change.Url?.AbsoluteUri, json);
        Write("customer", change.Customer, json);
        Write("category", change.Category, json);
        Write("tags", change.Tags, json);
        Write("group", change.Group, json);
        Write("assignee", change.Assignee, json);
        if (change.Fields is { } fields)
        {
            json.WriteStartObject("fields");
            foreach (var (name, value) in fields) json.WriteString(name, value);
            json.WriteEndObject();
        }

        Write("by", Word(change.By), json);
        Write("agent", change.Agent, json);
        Write("author", change.Author, json);
        Write("othersAreAgents", change.OthersAreAgents, json);
        Write("public", change.Public, json);
        if (change.Rating is { } rating) json.WriteNumber("rating", rating);
        json.WriteEndObject();
    }

    private static void Write(string name, string? text, Utf8JsonWriter json)
    {
        if (text is not null) json.WriteString(name, text);
    }

    private static void Write(string name, bool? flag, Utf8JsonWriter json)
    {
        if (flag is { } given) json.WriteBoolean(name, given);
    }

    private static void Write(string name, IReadOnlyList<string>? texts, Utf8JsonWriter json)
    {
        if (texts is null) return;

        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static string Time(Instant time) => InstantPattern.ExtendedIso.Format(time);

    private static string? Word<T>(T? value)
        where T : struct, Enum => value is { } word ? Words.Of(word) : null;
}
