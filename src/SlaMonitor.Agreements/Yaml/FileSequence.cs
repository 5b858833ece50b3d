using SlaMonitor.Agreements.Diagnostics;

namespace SlaMonitor.Agreements.Yaml;

/// <summary>A list.</summary>
internal sealed record FileSequence(Place Place, IReadOnlyList<FileNode> Items) : FileNode(Place)
{
    public override string Kind => "a list";
}
