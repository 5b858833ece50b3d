namespace SlaMonitor.Monitoring.Ports;

/// <summary>A message that the queue can never take, however often it is offered.</summary>
/// <param name="Message">The message.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record RefusedMessage(OutgoingMessage Message, string Reason);
