using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace SlaMonitor.CloudEvents;

/// <summary>Texts and times of the <c>data</c> of an event that have to be there.</summary>
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

    /// <summary>A time with its offset; <c>null</c> where it is missing, none, or not after another, which is told.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="meaning">What it would say, for whoever left it out.</param>
    /// <param name="after">What it has to be after.</param>
    /// <param name="why">What that was, for whoever wrote an earlier one.</param>
    public Instant? TimeAfter(string name, string meaning, Instant after, string why)
    {
        if (Text(name, EventRules.LongestName, meaning) is not { } written) return null;

        if (OffsetDateTimePattern.Rfc3339.Parse(written) is not { Success: true, Value: var read })
            problems.Add(new EventProblem($"{where}.{name}", "This is no time with its offset, as 2026-05-04T17:00:00Z."));
        else if (read.ToInstant() <= after)
            problems.Add(new EventProblem($"{where}.{name}", $"This is not after {after}, {why}"));
        else
            return read.ToInstant();

        return null;
    }
}
