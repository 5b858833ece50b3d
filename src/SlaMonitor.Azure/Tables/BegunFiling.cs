using Azure;

namespace SlaMonitor.Azure.Tables;

/// <summary>A filing that was said to begin.</summary>
/// <param name="Filing">What is to be filed.</param>
/// <param name="Mark">The ETag of the row that says so.</param>
/// <param name="Due">The ETag of the ticket's new row of the due index, where one was written with it.</param>
/// <param name="IsFresh">Whether nobody else had begun before.</param>
internal sealed record BegunFiling(Filing Filing, ETag Mark, ETag? Due, bool IsFresh);
