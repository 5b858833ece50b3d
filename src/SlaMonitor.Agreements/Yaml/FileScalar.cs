using SlaMonitor.Agreements.Diagnostics;

namespace SlaMonitor.Agreements.Yaml;

/// <summary>A single value.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Text">The value without its quotes.</param>
/// <param name="IsPlain">Whether it was written without quotes.</param>
internal sealed record FileScalar(Place Place, string Text, bool IsPlain) : FileNode(Place)
{
    public override string Kind => "a single value";

    /// <summary>Whether nothing is said: a key whose value was left out, or commented out, is a key that is not there.</summary>
    public bool IsNothing => IsPlain && Text is ("" or "~" or "null");
}
