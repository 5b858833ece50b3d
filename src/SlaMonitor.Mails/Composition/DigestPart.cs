namespace SlaMonitor.Mails.Composition;

/// <summary>The promises of a digest that stand alike.</summary>
/// <param name="Tone">How they stand; its word is the heading.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Rows">The most pressing of them.</param>
/// <param name="More">The tickets of the others, cut where there are very many; <c>null</c> where all are shown.</param>
public sealed record DigestPart(Tone Tone, int Count, IReadOnlyList<DigestRow> Rows, string? More);
