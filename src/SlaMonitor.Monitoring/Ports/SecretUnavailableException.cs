namespace SlaMonitor.Monitoring.Ports;

/// <summary>A secret has not come yet from where it is kept.</summary>
/// <param name="message">Which one.</param>
public sealed class SecretUnavailableException(string message) : UnavailableException(message);
