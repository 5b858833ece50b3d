using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Cli.Histories.Mapping;
using SlaMonitor.CloudEvents.Files;

namespace SlaMonitor.Cli.Histories.Csv;

/// <summary>What the cells of a row say, and what is wrong with them.</summary>
/// <param name="row">The row.</param>
/// <param name="columns">Which cell is which.</param>
/// <param name="words">What their words mean.</param>
internal sealed class RowFacts(CsvRow row, CsvColumns columns, CsvWords words)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] Texts = ["requester", "title", "url", "category", "group", "assignee", "agent", "author"];

    private readonly List<(int Cell, string What)> _mistakes = [];

    /// <summary>What is wrong, by the cell that it is in.</summary>
    public IReadOnlyList<(int Cell, string What)> Mistakes => _mistakes;

    /// <summary>The cell of a meaning, without blanks around it; <c>null</c> where it is empty, or there is no such column.</summary>
    public string? Text(string meaning) =>
        columns.Of(meaning) is { } index && row.Cells[index].Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Whether the row says which ticket it is of, in a name that a ticket may have; where not, that is wrong.</summary>
    public bool HasTicket()
    {
        var ticket = Text("ticket");
        if (ticket is null) Wrong("ticket", "nothing says which ticket this is of");
        else if (ticket.Any(char.IsControl)) Wrong("ticket", "a ticket's id has no line breaks and no other control characters");
        else return true;

        return false;
    }

    /// <summary>The time of a cell.</summary>
    public Instant? Time(string meaning)
    {
        if (Text(meaning) is not { } text) return null;

        var time = words.Times.Read(text);
        if (time is null) Wrong(meaning, words.Times.Complain(text));
        return time;
    }

    /// <summary>What the row says happened: an update, where it has no column for that.</summary>
    public CsvKind Kind()
    {
        if (columns.Of("type") is null) return new CsvKind(RowKind.Updated, null, null, null);

        var word = Text("type") ?? string.Empty;
        if (words.KindOf(word) is { } kind) return kind;

        Wrong("type", word.Length == 0
            ? "nothing says what happened"
            : $"'{word}' is not among the mapping's types; name it there, as an event or as ignore");
        return new CsvKind(RowKind.Ignore, null, null, null);
    }

    /// <summary>Says that a cell is wrong.</summary>
    public void Wrong(string meaning, string what) => _mistakes.Add((columns.Of(meaning) ?? 0, what));

    /// <summary>The row as an event in one line.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="type">What happened.</param>
    /// <param name="time">When.</param>
    /// <param name="own">What is said of this event alone, before the cells.</param>
    /// <param name="takes">Which cells speak of this event.</param>
    public byte[] Line(string id, RowKind type, Instant time, CsvKind own, Func<string, bool> takes)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("specversion", "1.0");
            json.WriteString("id", id);
            json.WriteString("source", words.Source);
            json.WriteString("type", $"ticket.{Sentences.Camel(type.ToString())}");
            json.WriteString("subject", Text("ticket") ?? string.Empty);
            json.WriteString("time", InstantPattern.ExtendedIso.Format(time));
            json.WriteStartObject("data");
            WriteData(json, own, takes);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>Holds a line to be an event, by the reader of events: what is wrong with it is wrong with a cell.</summary>
    /// <param name="read">The line, as it was read.</param>
    /// <param name="timeMeaning">Which cell its time is from.</param>
    public bool IsEvent(EventLine read, string timeMeaning)
    {
        foreach (var problem in read.Problems)
        {
            var isData = problem.Where.StartsWith("event.data.", StringComparison.Ordinal);
            var place = problem.Where.Split('.', '[').ElementAtOrDefault(isData ? 2 : 1);
            var meaning = place switch
            {
                "subject" => "ticket",
                "time" => timeMeaning,
                "createdAt" => "created",
                { } other => other,
                null => "ticket",
            };
            Wrong(meaning, problem.What);
        }

        return read.Event is not null;
    }

    private void WriteData(Utf8JsonWriter json, CsvKind own, Func<string, bool> takes)
    {
        if (Time("created") is { } created) json.WriteString("createdAt", InstantPattern.ExtendedIso.Format(created));
        if (own.Status is { } status) json.WriteString("status", Sentences.Camel(status.ToString()));
        else if (takes("status")) WriteWord(json, "status", words.Statuses);

        if (own.By is { } by) json.WriteString("by", Sentences.Camel(by.ToString()));
        else if (takes("by")) WriteWord(json, "by", words.Authors);

        if (own.IsPublic is { } isPublic) json.WriteBoolean("public", isPublic);
        else if (takes("public")) WriteFlag(json, "public");

        WriteWord(json, "priority", words.Priorities);
        WriteFlag(json, "emergency");
        if ((Text("customer") ?? words.Customer) is { } customer) json.WriteString("customer", customer);
        foreach (var name in Texts.Where(takes))
        {
            if (Text(name) is { } text) json.WriteString(name, text);
        }

        WriteTags(json);
        WriteRating(json, takes);
        WriteFields(json);
    }

    private void WriteWord<T>(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, T> known)
        where T : struct, Enum
    {
        if (Text(name) is not { } text) return;

        if (known.TryGetValue(text, out var word)) json.WriteString(name, Sentences.Camel(word.ToString()));
        else Wrong(name, $"'{text}' is not known; say in the mapping which of {CsvWords.All<T>()} it is");
    }

    private void WriteFlag(Utf8JsonWriter json, string name)
    {
        if (Text(name) is not { } text) return;

        if (CsvWords.FlagOf(text) is { } flag) json.WriteBoolean(name, flag);
        else Wrong(name, $"'{text}' is neither yes nor no; write true or false");
    }

    private void WriteTags(Utf8JsonWriter json)
    {
        if (Text("tags") is not { } text) return;

        json.WriteStartArray("tags");
        foreach (var tag in text.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            json.WriteStringValue(tag);
        json.WriteEndArray();
    }

    private void WriteRating(Utf8JsonWriter json, Func<string, bool> takes)
    {
        if (!takes("rating") || Text("rating") is not { } text) return;

        if (text is [>= '1' and <= '5']) json.WriteNumber("rating", text[0] - '0');
        else Wrong("rating", $"'{text}' is no rating from 1 to 5");
    }

    private void WriteFields(Utf8JsonWriter json)
    {
        if (columns.Fields.Count == 0) return;

        json.WriteStartObject("fields");
        foreach (var (name, index) in columns.Fields)
        {
            if (row.Cells[index].Trim() is { Length: > 0 } text) json.WriteString(name, text);
        }

        json.WriteEndObject();
    }
}
