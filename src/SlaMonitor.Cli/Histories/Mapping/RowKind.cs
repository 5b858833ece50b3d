namespace SlaMonitor.Cli.Histories.Mapping;

/// <summary>What happened, as a mapping says it of a word: an event of ours, or nothing that counts.</summary>
internal enum RowKind
{
    Created,
    Updated,
    Replied,
    Resolved,
    Closed,
    Reopened,
    Rated,
    Merged,
    Deleted,
    Ignore,
}
