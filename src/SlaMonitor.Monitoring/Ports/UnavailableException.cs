namespace SlaMonitor.Monitoring.Ports;

/// <summary>
/// Something that the monitor needs cannot be reached, or is too busy: the caller may try again later, and has lost nothing that it keeps.
/// </summary>
public abstract class UnavailableException : Exception
{
    private protected UnavailableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
