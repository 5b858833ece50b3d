namespace SlaMonitor.Cli.Histories.Mapping;

/// <summary>What a row is.</summary>
internal enum RowShape
{
    /// <summary>Something that happened to a ticket.</summary>
    Events,

    /// <summary>A ticket with the times that it has.</summary>
    Tickets,
}
