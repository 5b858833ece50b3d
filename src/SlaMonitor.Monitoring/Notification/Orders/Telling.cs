namespace SlaMonitor.Monitoring.Notification.Orders;

/// <summary>One thing that one person is to be told.</summary>
public sealed record Telling(Recipient Recipient, OrderItem Item);
