namespace SlaMonitor.Core.Agreements;

/// <summary>From when on a target counts a metric that is built in. What ends before that was never promised.</summary>
public enum CountsFrom
{
    /// <summary>From when the metric says: mostly the creation.</summary>
    Created,

    /// <summary>
    /// At the earliest from when the ticket came to the group that has it, or, where no group has it, to the person: a hand-over begins the
    /// time of whoever gets it.
    /// </summary>
    Assignment,

    /// <summary>At the earliest from the first public reply of an agent.</summary>
    FirstResponse,

    /// <summary>From the customer's first public message, where an agent opened the ticket; else its creation is that message.</summary>
    CustomerMessage,
}
