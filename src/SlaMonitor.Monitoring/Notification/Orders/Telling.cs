using NodaTime;
using SlaMonitor.Monitoring.Notification.Addressees;

namespace SlaMonitor.Monitoring.Notification.Orders;

/// <summary>One thing that one person is to be told.</summary>
/// <param name="Addressee">Who.</param>
/// <param name="Item">What.</param>
/// <param name="TraceParent">The trace of what led to it.</param>
internal sealed record Telling(Addressee Addressee, OrderItem Item, string? TraceParent = null)
{
    /// <summary>Until when it waits for the person's next mail, if there is none before; it does not wait where that has passed.</summary>
    public Instant WaitsUntil { get; init; } = Instant.MinValue;
}
