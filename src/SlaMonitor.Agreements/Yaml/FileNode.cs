using SlaMonitor.Agreements.Diagnostics;

namespace SlaMonitor.Agreements.Yaml;

/// <summary>A piece of a YAML file that knows where it stands.</summary>
internal abstract record FileNode(Place Place)
{
    /// <summary>What it is, for somebody who should have written something else.</summary>
    public abstract string Kind { get; }
}
