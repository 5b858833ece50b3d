namespace SlaMonitor.Webhooks.Translation;

/// <summary>A field whose place in the body differs by installation.</summary>
/// <param name="Path">The names that lead to it, from the outside.</param>
/// <param name="Meaning">What it is to us.</param>
internal sealed record CustomField(IReadOnlyList<string> Path, FieldMeaning Meaning);
