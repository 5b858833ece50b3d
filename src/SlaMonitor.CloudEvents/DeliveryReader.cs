using System.Net.Mime;
using System.Text.Json;
using System.Text.RegularExpressions;
using CloudNative.CloudEvents;
using NodaTime;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.CloudEvents;

/// <summary>
/// Reads an HTTP request by the CloudEvents 1.0 HTTP binding, JSON format: structured (<c>application/cloudevents+json</c>), batched
/// (<c>application/cloudevents-batch+json</c>) or binary (<c>ce-…</c> headers beside an <c>application/json</c> body).
/// </summary>
public sealed partial class DeliveryReader(IClock clock)
{
    private const string HeaderPrefix = "ce-";

    private static readonly AttributesFormatter Formatter = new();

    /// <summary>Reads a request. What is wrong with it comes back as problems, all of them at once.</summary>
    /// <param name="contentType">The Content-Type header.</param>
    /// <param name="headers">All headers; those that begin with <c>ce-</c> are looked at.</param>
    /// <param name="body">The raw body.</param>
    /// <param name="dialect">How the sender departs from our vocabulary; <c>null</c>: not at all.</param>
    public Delivery Read(
        string? contentType, IEnumerable<KeyValuePair<string, string>> headers, ReadOnlyMemory<byte> body, Dialect? dialect = null)
    {
        ArgumentNullException.ThrowIfNull(headers);

        var attributes = headers.Where(header => header.Key.StartsWith(HeaderPrefix, StringComparison.OrdinalIgnoreCase)).ToList();
        var mediaType = MediaTypeOf(contentType);
        var clipping = new Clipping();
        return Read(contentType, mediaType, attributes, body, dialect ?? Dialect.Ours, clipping) with { Clipped = clipping.Count };
    }

    private Delivery Read(
        string? contentType, string mediaType, List<KeyValuePair<string, string>> attributes, ReadOnlyMemory<byte> body, Dialect dialect,
        Clipping clipping)
    {
        // The batch type begins with the structured one: it has to be tried first.
        if (Is(mediaType, "application/cloudevents-batch")) return Batch(mediaType, body, dialect, clipping);
        if (Is(mediaType, "application/cloudevents")) return Structured(mediaType, body, dialect, clipping);
        if (attributes.Count > 0 && IsJson(mediaType)) return Binary(attributes, contentType, body, dialect, clipping);

        return Unsupported(attributes.Count > 0
            ? $"In binary mode the body is the data, as application/json, not '{contentType}'."
            : $"Content-Type '{contentType}' is not of CloudEvents: send application/cloudevents+json, application/cloudevents-batch+json, "
                + "or application/json with ce- headers.");
    }

    private Delivery Structured(string mediaType, ReadOnlyMemory<byte> body, Dialect dialect, Clipping clipping)
    {
        if (!IsJson(mediaType))
            return Unsupported($"Only the JSON format is understood: send application/cloudevents+json, not '{mediaType}'.");
        if (Parse(body, out var unreadable) is not { } document) return Wrong(unreadable!);

        using (document)
        {
            return Gather([Decode("event", document.RootElement, dialect, clipping)]);
        }
    }

    private Delivery Batch(string mediaType, ReadOnlyMemory<byte> body, Dialect dialect, Clipping clipping)
    {
        if (!IsJson(mediaType))
            return Unsupported($"Only the JSON format is understood: send application/cloudevents-batch+json, not '{mediaType}'.");
        if (Parse(body, out var unreadable) is not { } document) return Wrong(unreadable!);

        using (document)
        {
            return document.RootElement.ValueKind == JsonValueKind.Array
                ? Gather(
                [
                    .. document.RootElement.EnumerateArray()
                        .Select((element, i) => Decode($"events[{i}]", element, dialect, clipping)),
                ])
                : Wrong(new EventProblem("body", "A batch is a JSON array of events."));
        }
    }

    private Delivery Binary(
        List<KeyValuePair<string, string>> attributes, string? contentType, ReadOnlyMemory<byte> body, Dialect dialect, Clipping clipping)
    {
        var problems = new List<EventProblem>();
        var cloudEvent = new CloudEvent(CloudEventsSpecVersion.V1_0) { DataContentType = contentType };
        foreach (var (header, value) in attributes)
        {
            var where = header.ToLowerInvariant();
            var name = where[HeaderPrefix.Length..];
            try
            {
                var text = Decoded(value);
                if (!string.Equals(name, "specversion", StringComparison.Ordinal))
                    cloudEvent.SetAttributeFromString(name, text);
                else if (!string.Equals(text, "1.0", StringComparison.Ordinal))
                    problems.Add(new EventProblem(where, OneLine($"Only CloudEvents 1.0 is understood, not '{text}'.")));
            }
            catch (Exception e) when (e is ArgumentException or FormatException)
            {
                problems.Add(new EventProblem(where, OneLine(e.Message)));
            }
        }

        if (!attributes.Any(a => a.Key.Equals("ce-specversion", StringComparison.OrdinalIgnoreCase)))
            problems.Add(new EventProblem("ce-specversion", "The header is missing; it says 1.0."));

        JsonElement? data = null;
        if (body.Length > 0)
        {
            if (Parse(body, out var unreadable) is { } document) data = document.RootElement.Clone();
            else problems.Add(unreadable!);
        }

        var (translated, found) = Guarded(
            "event",
            () => CloudEventTranslator.Translate("ce-", cloudEvent, data, dialect, clipping, clock.GetCurrentInstant()));
        // An attribute that could not be read is not missing besides.
        return Gather([(translated, [.. problems, .. found.Where(late => !problems.Exists(early => early.Where == late.Where))])]);
    }

    private (TicketEvent? Event, IReadOnlyList<EventProblem> Problems) Decode(
        string where, JsonElement element, Dialect dialect, Clipping clipping)
    {
        if (element.ValueKind != JsonValueKind.Object) return (null, [new EventProblem(where, "An event is a JSON object.")]);

        return Guarded(where, () =>
        {
            if (!element.TryGetProperty("specversion", out _))
                return (null, [new EventProblem($"{where}.specversion", "This is missing: it says \"1.0\".")]);
            if (element.TryGetProperty("data_base64", out _))
                return (null, [new EventProblem($"{where}.data_base64", "Nothing of ours is binary: send the object as data.")]);

            var cloudEvent = Formatter.ConvertFromJsonElement(element, null);
            JsonElement? data = element.TryGetProperty("data", out var given) ? given : null;
            return CloudEventTranslator.Translate(where + ".", cloudEvent, data, dialect, clipping, clock.GetCurrentInstant());
        });
    }

    /// <summary>
    /// The libraries tell of bad input by exceptions: attributes of the wrong type, half a surrogate pair in a text or a name.
    /// </summary>
    private static (TicketEvent? Event, IReadOnlyList<EventProblem> Problems) Guarded(
        string where, Func<(TicketEvent? Event, IReadOnlyList<EventProblem> Problems)> decode)
    {
        try
        {
            return decode();
        }
        catch (Exception e) when (e is ArgumentException or FormatException or JsonException or InvalidOperationException)
        {
            return (null, [new EventProblem(where, OneLine(e.Message))]);
        }
    }

    private static Delivery Gather(IReadOnlyList<(TicketEvent? Event, IReadOnlyList<EventProblem> Problems)> read)
    {
        var problems = read.SelectMany(r => r.Problems).ToList();
        return problems.Count > 0 ? new Delivery { Problems = problems } : new Delivery { Events = [.. read.Select(r => r.Event!)] };
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> body, out EventProblem? unreadable)
    {
        unreadable = null;
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException e)
        {
            unreadable = new EventProblem("body", $"This is not JSON: {OneLine(e.Message)}");
            return null;
        }
    }

    /// <summary>Header values may be quoted, and carry what is not plain ASCII percent-encoded (HTTP binding §3.1.3.2).</summary>
    private static string Decoded(string value)
    {
        var text = value.Length >= 2 && value[0] == '"' && value[^1] == '"' ? QuotedPair().Replace(value[1..^1], "${escaped}") : value;
        return text.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(text) : text;
    }

    private static string MediaTypeOf(string? contentType)
    {
        try
        {
            return string.IsNullOrWhiteSpace(contentType) ? string.Empty : new ContentType(contentType).MediaType;
        }
        catch (FormatException)
        {
            return string.Empty;
        }
    }

    private static bool Is(string mediaType, string prefix) =>
        mediaType.Equals(prefix, StringComparison.OrdinalIgnoreCase)
        || mediaType.StartsWith(prefix + "+", StringComparison.OrdinalIgnoreCase);

    private static bool IsJson(string mediaType) =>
        mediaType.EndsWith("+json", StringComparison.OrdinalIgnoreCase)
        || mediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase);

    /// <summary>A library's message without its line ends, and without the name of its parameter, which tells the sender nothing.</summary>
    private static string OneLine(string message) => ParameterName().Replace(message.ReplaceLineEndings(" "), string.Empty);

    [GeneratedRegex(@"\\(?<escaped>.)", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex QuotedPair();

    [GeneratedRegex(@" \(Parameter '\w+'\)$", RegexOptions.NonBacktracking)]
    private static partial Regex ParameterName();

    private static Delivery Wrong(EventProblem problem) => new() { Problems = [problem] };

    private static Delivery Unsupported(string what) =>
        new() { IsUnsupportedMediaType = true, Problems = [new EventProblem("Content-Type", what)] };
}
