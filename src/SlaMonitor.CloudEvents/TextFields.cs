using System.Text.Json;

namespace SlaMonitor.CloudEvents;

/// <summary>Texts of the <c>data</c> of an event that have to be there.</summary>
/// <param name="where">The place in the delivery.</param>
/// <param name="data">The data of the event.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class TextFields(string where, JsonElement? data, List<EventProblem> problems)
{
    /// <summary>A text; <c>null</c> where it is missing or too long, which is told.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="longest">How many characters it may have.</param>
    /// <param name="meaning">What it would say, for whoever left it out.</param>
    public string? Text(string name, int longest, string meaning)
    {
        if (data is not { ValueKind: JsonValueKind.Object } given || !given.TryGetProperty(name, out var value)
            || value.ValueKind != JsonValueKind.String || value.GetString() is not { Length: > 0 } text)
        {
            problems.Add(new EventProblem($"{where}.{name}", $"This is missing: {meaning}."));
            return null;
        }

        if (text.Length <= longest) return text;

        problems.Add(new EventProblem($"{where}.{name}", $"This has {text.Length} characters; at most {longest} are taken."));
        return null;
    }
}
