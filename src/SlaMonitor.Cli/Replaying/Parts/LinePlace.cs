namespace SlaMonitor.Cli.Replaying.Parts;

/// <summary>Where a line is.</summary>
/// <param name="Number">Its number in the file that the events came in, from 1.</param>
/// <param name="Begin">Where it begins in its part, in bytes.</param>
/// <param name="Length">How many bytes it has.</param>
internal readonly record struct LinePlace(int Number, int Begin, int Length);
