namespace SlaMonitor.Monitoring.Ports;

/// <summary>A message for the queue.</summary>
/// <param name="MessageId">Derived from what the message is about, at most 128 characters, so that a repeat is recognised.</param>
/// <param name="Subject">What it is about, for people who look into the queue.</param>
/// <param name="CorrelationId">The ticket.</param>
/// <param name="Body">JSON.</param>
/// <param name="TraceParent">The trace that it belongs to (W3C <c>traceparent</c>), for tools that look at messages from outside.</param>
public sealed record OutgoingMessage(string MessageId, string Subject, string CorrelationId, string Body, string? TraceParent = null);
