namespace SlaMonitor.Monitoring.Notification.Orders;

/// <summary>One thing that one person is to be told.</summary>
/// <param name="Recipient">Who.</param>
/// <param name="Item">What.</param>
/// <param name="TraceParent">The trace of what led to it.</param>
public sealed record Telling(Recipient Recipient, OrderItem Item, string? TraceParent = null);
