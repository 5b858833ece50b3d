namespace SlaMonitor.Cli.Histories;

/// <summary>Which history, as the command line names it.</summary>
/// <param name="Files">Its files; at least one.</param>
/// <param name="Format">Their form; <c>null</c> for looking.</param>
/// <param name="Mapping">The file that says what their words mean; <c>null</c> for none.</param>
internal sealed record HistorySource(IReadOnlyList<string> Files, string? Format, string? Mapping)
{
    /// <summary>What errors of the whole call it.</summary>
    public string Name => Files.Count == 1 ? Files[0] : $"{Files[0]} and {Files.Count - 1} more";
}
