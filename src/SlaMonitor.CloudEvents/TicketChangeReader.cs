using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.CloudEvents;

/// <summary>
/// Reads the <c>data</c> of an event. Everything is optional; what is there has to be right; what is not ours is passed over.
/// </summary>
internal sealed class TicketChangeReader
{
    private readonly string _where;
    private readonly JsonElement _data;
    private readonly Instant _time;
    private readonly Clipping _clipping;
    private readonly List<EventProblem> _problems;

    private TicketChangeReader(string where, JsonElement data, Instant time, Clipping clipping, List<EventProblem> problems)
    {
        _where = where;
        _data = data;
        _time = time;
        _clipping = clipping;
        _problems = problems;
    }

    /// <param name="where">The place in the delivery.</param>
    /// <param name="data">The data.</param>
    /// <param name="time">When the event happened.</param>
    /// <param name="clipping">Cuts what is too long.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static TicketChange Read(
        string where, JsonElement data, Instant time, Clipping clipping, List<EventProblem> problems)
    {
        if (data.ValueKind == JsonValueKind.Null) return TicketChange.None;
        if (data.ValueKind != JsonValueKind.Object)
        {
            problems.Add(new EventProblem(where, "The data is a JSON object, as in {\"status\": \"open\"}."));
            return TicketChange.None;
        }

        return new TicketChangeReader(where, data, time, clipping, problems).Read();
    }

    private TicketChange Read() => new()
    {
        CreatedAt = Time("createdAt"),
        Requesters = OneOrMore("requester"),
        Status = Word<TicketStatus>("status"),
        Priority = Word<TicketPriority>("priority"),
        Emergency = Flag("emergency"),
        Title = _clipping.Clip(Text("title", int.MaxValue), Clipping.LongestTitle),
        Url = Link("url"),
        Customer = Text("customer"),
        Category = Text("category"),
        Tags = _clipping.Tags(TextList("tags")),
        Group = Text("group"),
        Assignee = Text("assignee"),
        By = Word<Actor>("by"),
        Agent = Text("agent"),
        Author = Text("author"),
        OthersAreAgents = Flag("othersAreAgents"),
        Public = Flag("public"),
        Rating = Rating("rating"),
    };

    private T? Word<T>(string name)
        where T : struct, Enum
    {
        if (Given(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.String && Words.TryParse<T>(value.GetString()!, out var word)) return word;

        return Wrong<T?>(name, value, $"one of {Words.All<T>()}");
    }

    private bool? Flag(string name) => Given(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        { } value => Wrong<bool?>(name, value, "true or false"),
    };

    private string? Text(string name, int longest = EventRules.LongestName)
    {
        if (Given(name) is not { } value) return null;
        if (value.ValueKind != JsonValueKind.String) return Wrong<string?>(name, value, "text");

        var text = value.GetString()!;
        return text.Length <= longest ? text : Wrong<string?>(name, value, $"at most {longest} characters");
    }

    private Instant? Time(string name)
    {
        if (Given(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.String
            && OffsetDateTimePattern.Rfc3339.Parse(value.GetString()!) is { Success: true, Value: var time })
        {
            return EventRules.CreatedAt($"{_where}.{name}", time.ToInstant(), _time, _problems);
        }

        return Wrong<Instant?>(name, value, "a time with its offset, as 2026-05-04T09:15:30Z");
    }

    private IReadOnlyList<string>? OneOrMore(string name) => Given(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } => Text(name) is { Length: > 0 } text ? [text] : null,
        { ValueKind: JsonValueKind.Array } => _clipping.Tags(TextList(name)),
        { } value => Wrong<IReadOnlyList<string>?>(name, value, "text, or a list of texts"),
    };

    private IEnumerable<string>? TextList(string name)
    {
        if (Given(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String))
            return value.EnumerateArray().Select(item => item.GetString()!);

        return Wrong<IEnumerable<string>?>(name, value, "a list of texts");
    }

    private Uri? Link(string name)
    {
        if (Given(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.String && EventRules.Link(value.GetString()) is { } link) return link;

        return Wrong<Uri?>(name, value, $"an absolute http or https address of at most {EventRules.LongestLink} characters");
    }

    private int? Rating(string name)
    {
        if (Given(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var rating) && rating is >= 1 and <= 5) return rating;

        return Wrong<int?>(name, value, "a whole number from 1 to 5");
    }

    private JsonElement? Given(string name) =>
        _data.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private T? Wrong<T>(string name, JsonElement value, string right)
    {
        var raw = value.GetRawText();
        _problems.Add(new EventProblem($"{_where}.{name}", $"{(raw.Length <= 60 ? raw : raw[..60] + "…")} is not {right}."));
        return default;
    }
}
