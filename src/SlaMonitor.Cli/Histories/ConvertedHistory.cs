using SlaMonitor.Cli.Histories.Output;

namespace SlaMonitor.Cli.Histories;

/// <summary>A history as a file of events in lines.</summary>
/// <param name="Path">The file.</param>
/// <param name="Report">What came of reading it; <c>null</c> where it was a file of events.</param>
internal sealed record ConvertedHistory(string Path, HistoryReport? Report);
