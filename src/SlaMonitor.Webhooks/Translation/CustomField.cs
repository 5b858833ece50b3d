namespace SlaMonitor.Webhooks.Translation;

/// <summary>A field whose place in the body differs by installation.</summary>
/// <param name="Path">The names that lead to it, from the outside.</param>
/// <param name="Meaning">What it is to us.</param>
/// <param name="FreeName">What agreements call it; for <see cref="FieldMeaning.Free"/> alone.</param>
internal sealed record CustomField(IReadOnlyList<string> Path, FieldMeaning Meaning, string? FreeName = null)
{
    /// <summary>What stands before the name of a free field: <c>fields.tier</c>.</summary>
    public const string FreePrefix = "fields.";

    /// <summary>The field that a pair of the setting <c>Fields</c> names.</summary>
    /// <returns>The field; <c>null</c> where the second word is none that we know.</returns>
    public static CustomField? Of(string theirs, string ours)
    {
        var path = theirs.Split('.');
        if (ours.StartsWith(FreePrefix, StringComparison.OrdinalIgnoreCase))
            return ours.Length == FreePrefix.Length ? null : new CustomField(path, FieldMeaning.Free, ours[FreePrefix.Length..]);

        return Meanings.Where(meaning => meaning.ToString().Equals(ours, StringComparison.OrdinalIgnoreCase)).ToList() is [var known]
            ? new CustomField(path, known)
            : null;
    }

    /// <summary>The words that a field may have, for whoever wrote another.</summary>
    public static string Words { get; } =
        string.Join(", ", Meanings.Select(meaning => meaning.ToString().ToLowerInvariant()))
        + $" or {FreePrefix} with a name, as fields.tier";

    private static IEnumerable<FieldMeaning> Meanings => Enum.GetValues<FieldMeaning>().Where(meaning => meaning != FieldMeaning.Free);
}
