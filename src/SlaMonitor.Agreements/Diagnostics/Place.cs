namespace SlaMonitor.Agreements.Diagnostics;

/// <summary>A place in a file.</summary>
/// <param name="File">The file's name as it was given to the loader.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in characters, from 1.</param>
public sealed record Place(string File, int Line, int Column)
{
    /// <inheritdoc />
    public override string ToString() => $"{File}:{Line}:{Column}";
}
