using System.Globalization;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Yaml;

namespace SlaMonitor.Agreements.Amendments;

/// <summary>
/// Completes the documents that amend an earlier version: they say what changes, and all else is as it was there. Each part keeps its
/// place, so that a mistake is reported in the file that has it.
/// </summary>
internal sealed class AmendedDocuments
{
    private const string Agreement = "agreement";
    private const string Version = "version";
    private const string EffectiveFrom = "effectiveFrom";
    private const string Amends = "amends";

    /// <summary>What each version says for itself.</summary>
    private static readonly string[] Own = [Version, EffectiveFrom, Amends, Removals.Key];

    private readonly Problems _problems;
    private readonly List<FileMapping> _documents;
    private readonly Dictionary<FileMapping, FileNode?> _whole = new(ReferenceEqualityComparer.Instance);

    private AmendedDocuments(IEnumerable<FileNode> documents, Problems problems) =>
        (_documents, _problems) = ([.. documents.OfType<FileMapping>()], problems);

    /// <summary>The documents, each whole. One whose earlier version cannot be found is reported, and left out.</summary>
    public static IReadOnlyList<FileNode> Complete(IReadOnlyList<FileNode> documents, Problems problems)
    {
        var all = new AmendedDocuments(documents, problems);
        return [.. documents.Select(document => document is FileMapping mapping ? all.Whole(mapping) : document).OfType<FileNode>()];
    }

    private FileNode? Whole(FileMapping document)
    {
        if (_whole.TryGetValue(document, out var known)) return known;
        return _whole[document] = document.Find(Amends) is { } amends ? Amended(document, amends) : document;
    }

    private FileNode? Amended(FileMapping document, FileNode amends)
    {
        if (Text(document, Agreement) is not { } id)
            return Refused(amends, "which agreement does it amend? write agreement: with its name");
        if (Number(document, Version) is not { } own)
            return Refused(amends, "an amendment needs 'version': a number of its own, above the one that it amends");
        if (Number(document, Amends) is not { } number)
            return Refused(amends, "this is no number of a version; write digits only, as in amends: 1");
        if (document.Find(EffectiveFrom) is null)
            return Refused(amends, "an amendment needs 'effectiveFrom': the first day on which new tickets fall under it");
        if (number >= own)
            return Refused(amends, $"version {own} can amend an earlier version alone; write the number of one before it");

        var versions = _documents.Where(other => Text(other, Agreement) == id).ToList();
        if (versions.Find(other => VersionOf(other) == number) is not { } earlier)
        {
            string[] there =
            [
                .. versions.Where(other => !ReferenceEquals(other, document)).Select(VersionOf).OfType<int>().Distinct().Order()
                    .Select(version => version.ToString(CultureInfo.InvariantCulture)),
            ];
            var others = there.Length == 0 ? "there is no other" : Sentences.ThereAre(there);
            return Refused(amends, $"there is no version {number} of {id} to amend; {others}");
        }

        // Where the earlier version cannot be made whole, that is reported already.
        return Whole(earlier) is FileMapping whole
            ? DocumentMerge.Of(new Removals(_problems).Apply(whole.Without(Own), document), document)
            : null;
    }

    private FileNode? Refused(FileNode at, string why)
    {
        _problems.Error(at.Place, why);
        return null;
    }

    private static int? VersionOf(FileMapping document) => document.Find(Version) is null ? 1 : Number(document, Version);

    private static int? Number(FileMapping document, string key) =>
        int.TryParse(Text(document, key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Text(FileMapping document, string key) => (document.Find(key) as FileScalar)?.Text;
}
