namespace SlaMonitor.Core.Tickets;

/// <summary>Who did what an event tells of. Only an agent's public reply answers a customer.</summary>
public enum Actor
{
    /// <summary>Somebody of the service provider.</summary>
    Agent,

    /// <summary>The requester, or somebody on their side.</summary>
    Customer,

    /// <summary>An automation: never an answer.</summary>
    System,
}
