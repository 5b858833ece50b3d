namespace SlaMonitor.Monitoring.Notification.Orders;

/// <summary>What the claims of an order came to. What was told already is in none of the lists.</summary>
/// <param name="Claimed">What it may tell now.</param>
/// <param name="Elsewhere">What another delivery has claimed that has handed nothing over yet.</param>
/// <param name="CutOff">The other mails that have claimed the rest, and may have left.</param>
/// <param name="IsBeingTold">Whether another delivery tells this very mail: then nothing of it may be told now.</param>
internal sealed record ClaimedItems(
    IReadOnlyList<OrderItem> Claimed, IReadOnlyList<OrderItem> Elsewhere, IReadOnlyList<CutOffMail> CutOff, bool IsBeingTold);
