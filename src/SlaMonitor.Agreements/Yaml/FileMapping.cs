using SlaMonitor.Agreements.Diagnostics;

namespace SlaMonitor.Agreements.Yaml;

/// <summary>Keys and their values, in file order; each key once.</summary>
internal sealed record FileMapping(Place Place, IReadOnlyList<(FileScalar Key, FileNode Value)> Entries) : FileNode(Place)
{
    public override string Kind => "a set of keys and values";

    /// <summary>A key with its value; <c>null</c> where the key is not there.</summary>
    public (FileScalar Key, FileNode Value)? Entry(string key)
    {
        foreach (var entry in Entries)
        {
            if (string.Equals(entry.Key.Text, key, StringComparison.Ordinal)) return entry;
        }

        return null;
    }

    /// <summary>The value of a key; <c>null</c> where nothing is said of it.</summary>
    public FileNode? Find(string key) => Entry(key)?.Value is var value and not FileScalar { IsNothing: true } ? value : null;

    /// <summary>The same without some keys.</summary>
    public FileMapping Without(IReadOnlyCollection<string> keys) =>
        this with { Entries = [.. Entries.Where(entry => !keys.Contains(entry.Key.Text, StringComparer.Ordinal))] };
}
