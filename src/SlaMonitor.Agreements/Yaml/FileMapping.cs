using SlaMonitor.Agreements.Diagnostics;

namespace SlaMonitor.Agreements.Yaml;

/// <summary>Keys and their values, in file order; each key once.</summary>
internal sealed record FileMapping(Place Place, IReadOnlyList<(FileScalar Key, FileNode Value)> Entries) : FileNode(Place)
{
    public override string Kind => "a set of keys and values";
}
