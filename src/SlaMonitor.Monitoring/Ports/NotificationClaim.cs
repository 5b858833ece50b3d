using NodaTime;

namespace SlaMonitor.Monitoring.Ports;

/// <summary>A wish to send one notification.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="NotificationId">The notification: one step to one recipient.</param>
/// <param name="Recipient">The address.</param>
/// <param name="Step">The step in words, for the record.</param>
/// <param name="Holder">Which delivery of which process wants to send it.</param>
/// <param name="At">Now, on the monitor's clock.</param>
/// <param name="StaleAfter">
/// A claim of another holder that was never recorded may be taken over when it is older than this, when it is from so much later that the
/// clock must have been set back, or when its holder is known to be dead; with <c>null</c> it may not.
/// </param>
public sealed record NotificationClaim(
    string TicketId, string NotificationId, string Recipient, string Step, string Holder, Instant At, Duration? StaleAfter)
{
    /// <summary>Who has left the claim to this one, where somebody has: a delivery that put the notification off.</summary>
    public string? Predecessor { get; init; }

    /// <summary>
    /// Whether a person sends again what was given up: then it is also tried where a mail of it did not arrive.
    /// </summary>
    public bool IsResent { get; init; }
}
