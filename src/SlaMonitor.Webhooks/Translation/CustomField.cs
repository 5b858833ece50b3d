using System.Text.Json;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Webhooks.Reading;

namespace SlaMonitor.Webhooks.Translation;

/// <summary>A field whose place in the body differs by installation.</summary>
/// <param name="Path">The names that lead to it, from the outside.</param>
/// <param name="Meaning">What it is to us.</param>
/// <param name="Name">
/// What agreements call it, of a <see cref="FieldMeaning.Free"/> one; the metric, of an <see cref="FieldMeaning.AgreedDue"/>.
/// </param>
internal sealed record CustomField(IReadOnlyList<string> Path, FieldMeaning Meaning, string? Name = null)
{
    /// <summary>What stands before the name of a free field: <c>fields.tier</c>.</summary>
    public const string FreePrefix = "fields.";

    /// <summary>What stands before the metric whose clock an agreed due time is for: <c>agreedDue.resolution</c>.</summary>
    public const string AgreedDuePrefix = "agreedDue.";

    /// <summary>The field that a pair of the setting <c>Fields</c> names.</summary>
    /// <returns>The field; <c>null</c> where the second word is none that we know.</returns>
    public static CustomField? Of(string theirs, string ours)
    {
        var path = theirs.Split('.');
        if (NameAfter(FreePrefix, ours) is { } free) return free.Length == 0 ? null : new CustomField(path, FieldMeaning.Free, free);
        if (NameAfter(AgreedDuePrefix, ours) is { } metric)
            return metric.Length == 0 ? null : new CustomField(path, FieldMeaning.AgreedDue, MetricOf(metric));

        return Meanings.Where(meaning => meaning.ToString().Equals(ours, StringComparison.OrdinalIgnoreCase)).ToList() is [var known]
            ? new CustomField(path, known)
            : null;
    }

    /// <summary>What the field holds in a body: an undefined element where the body does not have it.</summary>
    public JsonElement In(JsonElement body)
    {
        var value = body;
        foreach (var name in Path) value = value.Get(name);
        return value;
    }

    /// <summary>The words that a field may have, for whoever wrote another.</summary>
    public static string Words { get; } =
        string.Join(", ", Meanings.Select(meaning => meaning.ToString().ToLowerInvariant()))
        + $", {FreePrefix} with a name, as fields.tier, or {AgreedDuePrefix} with a metric, as agreedDue.resolution";

    private static IEnumerable<FieldMeaning> Meanings =>
        Enum.GetValues<FieldMeaning>().Where(meaning => meaning is not (FieldMeaning.Free or FieldMeaning.AgreedDue));

    private static string? NameAfter(string prefix, string ours) =>
        ours.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? ours[prefix.Length..] : null;

    /// <summary>The four that are built in are known in any case; an agreement's own is taken as it is written.</summary>
    private static string MetricOf(string written) =>
        Metric.BuiltIn.FirstOrDefault(metric => metric.Name.Equals(written, StringComparison.OrdinalIgnoreCase))?.Name ?? written;
}
