using NodaTime;

namespace SlaMonitor.Monitoring.Notification.Orders;

/// <summary>That an order was put off, and could not be told before.</summary>
/// <param name="Cause">Why.</param>
/// <param name="Since">When it was first put off for that; real time, since queues and mail systems live in it.</param>
/// <param name="Number">How often it was put off for anything, from 1.</param>
/// <param name="Holder">Who has its claims: whoever takes the order on takes them over.</param>
internal sealed record Deferral(DeferralCause Cause, Instant Since, int Number, string Holder);
