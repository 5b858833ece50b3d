namespace SlaMonitor.Monitoring.Ports;

/// <summary>A store cannot be reached, or is too busy.</summary>
/// <param name="message">What could not be reached.</param>
/// <param name="innerException">Why.</param>
public sealed class StoreUnavailableException(string message, Exception? innerException = null)
    : UnavailableException(message, innerException);
