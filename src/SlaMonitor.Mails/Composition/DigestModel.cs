using SlaMonitor.Mails.Contents;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Composition;

/// <summary>Everything that a mail about several promises says, in words: the most pressing in rows, the others by their tickets.</summary>
public sealed record DigestModel
{
    private const int MostNamed = 100;
    private const int LongestName = 40;

    /// <summary>The language, as a BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>The language's words.</summary>
    public required Labels Words { get; init; }

    /// <summary>How the worst of them stands.</summary>
    public required Tone Tone { get; init; }

    /// <summary>How many there are of which kind.</summary>
    public required string Headline { get; init; }

    /// <summary>The reader's zone.</summary>
    public required string Zone { get; init; }

    /// <summary>Where the reader takes all of them at once; <c>null</c> where there are not two or more to take.</summary>
    public required string? TakeAllUrl { get; init; }

    /// <summary>The promises, by how they stand.</summary>
    public required IReadOnlyList<DigestPart> Parts { get; init; }

    /// <summary>Puts a mail's contents into words.</summary>
    /// <param name="contents">The contents.</param>
    /// <param name="mostRows">How many promises get a row; the others are named by their tickets.</param>
    public static DigestModel Of(MailContents contents, int mostRows)
    {
        ArgumentNullException.ThrowIfNull(contents);

        var wording = Wording.For(contents.Reader.Language);
        var parts = new List<DigestPart>();
        var (rows, names) = (mostRows, MostNamed);
        foreach (var alike in contents.Items.GroupBy(DigestKinds.Of).OrderBy(group => group.Key))
        {
            var items = alike.ToList();
            parts.Add(PartOf(alike.Key, items, rows, names, contents.Reader, wording));
            names = Math.Max(0, names - Math.Max(0, items.Count - rows));
            rows = Math.Max(0, rows - items.Count);
        }

        return new DigestModel
        {
            Language = wording.Language,
            Words = wording.Labels,
            Tone = parts[0].Tone,
            Headline = wording.DigestHeadline(Count(DigestKind.Broken), Count(DigestKind.Open), Count(DigestKind.Well)),
            Zone = contents.Reader.TimeZone.Id,
            TakeAllUrl = contents.TakeAllUrl?.AbsoluteUri,
            Parts = parts,
        };

        int Count(DigestKind kind) => contents.Items.Count(item => DigestKinds.Of(item) == kind);
    }

    private static DigestPart PartOf(DigestKind kind, List<MailItem> items, int rows, int names, Reader reader, Wording wording)
    {
        var others = items.Skip(rows).Select(item => HarmlessText.Of(item.Explanation.Clock.Ticket.Id, LongestName)).ToList();
        var named = string.Join(", ", others.Take(names));
        var unnamed = others.Count - names;
        return new DigestPart(
            Tone.Of(kind, wording),
            items.Count,
            [.. items.Take(rows).Select(item => DigestRow.Of(item, wording, reader.TimeZone))],
            others.Count == 0 ? null
                : unnamed <= 0 ? $"{wording.AndMore(others.Count)}{wording.Labels.Colon}{named}"
                : named.Length == 0 ? wording.AndMore(others.Count)
                : $"{wording.AndMore(others.Count)}{wording.Labels.Colon}{named} …");
    }
}
