using SlaMonitor.Agreements.Yaml;

namespace SlaMonitor.Agreements.Amendments;

/// <summary>
/// Puts what an amendment says over what was said before. Keys with values of their own are taken one by one, and a key without a value
/// takes away what was there. Targets are known by their ids; every other list replaces the one before.
/// </summary>
internal static class DocumentMerge
{
    private const string Targets = "targets";
    private const string Id = "id";

    public static FileMapping Of(FileMapping before, FileMapping amendment) => Merge(before, amendment, Value);

    private static FileNode Value(string key, FileNode before, FileNode amendment) => key switch
    {
        Targets => ById(before, amendment),
        _ => Deep(before, amendment),
    };

    private static FileNode Deep(FileNode before, FileNode amendment) => (before, amendment) switch
    {
        (FileMapping was, FileMapping now) => Merge(was, now, (_, one, other) => Deep(one, other)),
        _ => amendment,
    };

    /// <summary>What was there keeps its order, and what is new comes after it.</summary>
    private static FileMapping Merge(FileMapping before, FileMapping amendment, Func<string, FileNode, FileNode, FileNode> merge)
    {
        var entries = new List<(FileScalar Key, FileNode Value)>();
        foreach (var (key, value) in before.Entries)
        {
            if (amendment.Entry(key.Text) is not var (newKey, newValue)) entries.Add((key, value));
            else if (!IsNothing(newValue)) entries.Add((newKey, merge(key.Text, value, newValue)));
        }

        entries.AddRange(amendment.Entries.Where(entry => before.Entry(entry.Key.Text) is null && !IsNothing(entry.Value)));
        return new FileMapping(amendment.Place, entries);
    }

    /// <summary>
    /// What the amendment says of a target that is there changes it in its place. A new one comes before the next one of those that the
    /// amendment names, and else at the end: the first that matches a ticket counts.
    /// </summary>
    private static FileSequence ById(FileNode before, FileNode amendment)
    {
        var items = ItemsOf(before).ToList();
        var old = items.Select(IdOf).ToList();
        var changed = new HashSet<string>(StringComparer.Ordinal);
        var added = new List<FileNode>();
        foreach (var item in ItemsOf(amendment))
        {
            if (IdOf(item) is not { } id || !old.Contains(id, StringComparer.Ordinal) || !changed.Add(id))
            {
                added.Add(item);
                continue;
            }

            var at = items.FindIndex(one => IdOf(one) == id);
            items[at] = Deep(items[at], item);
            items.InsertRange(at, added);
            added.Clear();
        }

        return new FileSequence(amendment.Place, [.. items, .. added]);
    }

    private static IReadOnlyList<FileNode> ItemsOf(FileNode node) => node is FileSequence sequence ? sequence.Items : [node];

    private static string? IdOf(FileNode node) => ((node as FileMapping)?.Find(Id) as FileScalar)?.Text;

    private static bool IsNothing(FileNode node) => node is FileScalar { IsNothing: true };
}
