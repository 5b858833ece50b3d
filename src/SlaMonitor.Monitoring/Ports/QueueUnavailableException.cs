namespace SlaMonitor.Monitoring.Ports;

/// <summary>The queue cannot be reached, or does not let us.</summary>
/// <param name="message">What could not be reached.</param>
/// <param name="innerException">Why.</param>
public sealed class QueueUnavailableException(string message, Exception? innerException = null)
    : UnavailableException(message, innerException);
