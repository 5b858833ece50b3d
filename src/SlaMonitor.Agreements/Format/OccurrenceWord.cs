namespace SlaMonitor.Agreements.Format;

/// <summary>What happens to a ticket and is said in one word.</summary>
internal enum OccurrenceWord
{
    Created,
    Resolved,
    Reopened,
    Acknowledged,
}
