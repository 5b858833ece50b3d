using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Yaml;

namespace SlaMonitor.Agreements.Amendments;

/// <summary>Takes away what an amendment removes by name: targets, calendars, metrics and contacts.</summary>
internal sealed class Removals(Problems problems)
{
    public const string Key = "removes";

    private const string Targets = "targets";
    private const string Id = "id";

    /// <summary>The lists and mappings that something can be removed from, and what is in each.</summary>
    private static readonly (string Key, string One)[] Kinds =
        [(Targets, "target"), ("calendars", "calendar"), ("metrics", "metric"), ("contacts", "contact")];

    /// <summary>
    /// The document that is amended, without what the amendment removes of it. What is not there, or is changed too, is reported.
    /// </summary>
    /// <param name="before">All that was said before the amendment.</param>
    /// <param name="amendment">What the amendment says.</param>
    public FileMapping Apply(FileMapping before, FileMapping amendment)
    {
        if (amendment.Find(Key) is not FileMapping removed) return before;

        return Kinds.Aggregate(before, (left, kind) => Without(left, amendment, kind, NamesOf(removed.Find(kind.Key))));
    }

    private FileMapping Without(
        FileMapping before, FileMapping amendment, (string Key, string One) kind, IReadOnlyList<FileScalar> names)
    {
        var known = Known(before.Find(kind.Key)).ToList();
        var changed = Known(amendment.Find(kind.Key)).ToHashSet(StringComparer.Ordinal);
        var removed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (!known.Contains(name.Text, StringComparer.Ordinal))
                problems.Error(name.Place, Sentences.Unknown(kind.One, name.Text, known) + "; only what is there can be removed");
            else if (changed.Contains(name.Text))
                problems.Error(name.Place, $"this amendment removes the {kind.One} '{name.Text}', and changes it; keep one of the two");
            else if (!removed.Add(name.Text))
                problems.Error(name.Place, $"'{name.Text}' is removed already; keep one of the two");
        }

        if (removed.Count == 0) return before;

        return before with
        {
            Entries =
            [
                .. before.Entries.Select(entry =>
                    entry.Key.Text == kind.Key ? (entry.Key, Without(entry.Value, removed, names[0].Place)) : entry),
            ],
        };
    }

    /// <summary>What is left. Where that is nothing, it is so at the place of the removal.</summary>
    private static FileNode Without(FileNode all, HashSet<string> names, Place place)
    {
        if (all is FileMapping mapping && mapping.Find(Id) is null) return mapping.Without(names);

        var items = all is FileSequence list ? list.Items : [];
        FileNode[] left = [.. items.Where(item => NameOf(item) is not { } name || !names.Contains(name))];
        return new FileSequence(left.Length == 0 ? place : all.Place, left);
    }

    /// <summary>The names of what is there: the ids of a list, or of the one item that stands for it, or the keys of a mapping.</summary>
    private static IEnumerable<string> Known(FileNode? all) => all switch
    {
        FileSequence sequence => sequence.Items.Select(NameOf).OfType<string>(),
        FileMapping mapping when NameOf(mapping) is { } one => [one],
        FileMapping mapping => mapping.Entries.Select(entry => entry.Key.Text),
        _ => [],
    };

    private static IReadOnlyList<FileScalar> NamesOf(FileNode? names) => names switch
    {
        FileSequence sequence => [.. sequence.Items.OfType<FileScalar>()],
        FileScalar one => [one],
        _ => [],
    };

    private static string? NameOf(FileNode target) => ((target as FileMapping)?.Find(Id) as FileScalar)?.Text;
}
