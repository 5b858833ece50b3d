namespace SlaMonitor.Monitoring.Ports;

/// <summary>Where an outcome is filed, beside the tickets, so that whoever looks for it need not pass over all tickets.</summary>
public enum Shelf
{
    /// <summary>Promises of clocks that go on, by the time at which they are due.</summary>
    Open,

    /// <summary>Promises of clocks that have ended, by agreement and the time at which they were decided.</summary>
    Decided,

    /// <summary>Tickets, by agreement and each time at which they count: settled, reopened, rated.</summary>
    Tickets,
}
