namespace SlaMonitor.Monitoring.Ports;

/// <summary>
/// A store or queue cannot be reached, or is too busy: the caller may try again later, and has lost nothing that it keeps.
/// </summary>
public sealed class StoreUnavailableException : Exception
{
    /// <summary>Says what could not be reached.</summary>
    public StoreUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>Says what could not be reached and why.</summary>
    public StoreUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
