using System.Text.Json;

namespace SlaMonitor.CloudEvents;

/// <summary>
/// Reads the free fields of an event: texts, numbers and truth values by name. Nothing (<c>null</c>) clears a field: whoever sends fields
/// sends them as they are now.
/// </summary>
internal static class FieldsReader
{
    /// <summary>More is no description of a ticket: an agreement asks for a handful.</summary>
    private const int Most = 50;

    /// <param name="where">The place in the delivery.</param>
    /// <param name="fields">The object.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static IReadOnlyDictionary<string, string>? Read(string where, JsonElement fields, List<EventProblem> problems)
    {
        var read = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in fields.EnumerateObject())
        {
            var place = $"{where}.{Shown(field.Name)}";
            if (field.Name.Length is 0 or > EventRules.LongestName)
                problems.Add(new EventProblem(place, $"A field has a name of at most {EventRules.LongestName} characters."));
            else if (TextOf(field.Value) is not { } text)
                problems.Add(new EventProblem(place, "A field is a text, a number, true, false, or null to clear it."));
            else if (text.Length > EventRules.LongestName)
                problems.Add(new EventProblem(place, $"A field has at most {EventRules.LongestName} characters."));
            else
                read[field.Name] = text;
        }

        if (read.Count > Most) problems.Add(new EventProblem(where, $"These are {read.Count} fields; send at most {Most}."));
        return read.Count == 0 ? null : read;
    }

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Null => string.Empty,
        _ => null,
    };

    private static string Shown(string name) => name.Length <= 60 ? name : name[..60] + "…";
}
