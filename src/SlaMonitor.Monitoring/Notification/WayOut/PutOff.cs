using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;
using SlaMonitor.Core.Addresses;
using SlaMonitor.Monitoring.Notification.Orders;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Notification.WayOut;

/// <summary>
/// Puts orders off: the same order goes on the queue again, to come later, as a message of its own. So it counts as no failed delivery,
/// and no queue gives it up before the patience with its cause has run out.
/// </summary>
public sealed class PutOff(INotificationQueue queue, IOptions<NotificationOptions> options, TimeProvider time, ILogger<PutOff> logger)
{
    /// <summary>Why an order waits whose claims somebody else has.</summary>
    internal const string ToldElsewhere = "Another delivery is telling it; what that one does not finish comes again.";

    /// <summary>
    /// How long one person's mail system may say "not now" before the next person is told. Somebody has to hear of a breach today.
    /// </summary>
    private static readonly Duration PatienceWithOne = Duration.FromHours(1);

    /// <summary>How long a channel may be away before somebody is told by mail instead.</summary>
    private static readonly Duration PatienceWithChannel = Duration.FromMinutes(10);

    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    /// <summary>How long mails wait for the way out to open again.</summary>
    public Duration Patience => Duration.FromHours(options.Value.PatienceHours);

    /// <summary>Puts an order off until the next try of the way out.</summary>
    /// <returns>False where the patience has run out, and nothing was done.</returns>
    internal Task<bool> ForWayOutAsync(MailOrder order, string holder, Closure closure, CancellationToken cancellationToken)
    {
        var later = Later(order, order.Deferral, holder, DeferralCause.WayOut);
        var patience = ChannelAddress.Is(order.Recipient) ? PatienceWithChannel : Patience;
        return TryAsync(later, closure.Wait, patience, closure.Reason, cancellationToken);
    }

    /// <summary>Puts an order off that the recipient's mail system does not take now.</summary>
    /// <returns>False where the patience has run out, and nothing was done.</returns>
    internal Task<bool> ForRecipientAsync(
        MailOrder order, string holder, SendOutcome.Deferred answer, CancellationToken cancellationToken)
    {
        var later = Later(order, order.Deferral, holder, DeferralCause.Recipient);
        var wait = FirstWait * (1 << Math.Min(later.Deferral!.Number - 1, 10));
        if (answer.RetryAfter?.ToTimeSpan() is { } asked && asked > wait) wait = asked;
        return TryAsync(later, wait < LongestWait ? wait : LongestWait, PatienceWithOne, answer.Reason, cancellationToken);
    }

    /// <summary>Puts an order off until the claim that somebody else has on it is recorded, or stale.</summary>
    internal Task ForClaimAsync(MailOrder order, string holder, CancellationToken cancellationToken) =>
        ForClaimAsync(order, order.Deferral, holder, MailOrder.ClaimGoesStaleAfter.ToTimeSpan(), cancellationToken);

    /// <summary>Has a mail come again whose claims somebody else has who may have sent it.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="before">How the order that met those claims was put off before.</param>
    /// <param name="holder">Who would have the mail's claims.</param>
    /// <param name="cancellationToken">Stops.</param>
    internal Task ForClaimAsync(CutOffMail mail, Deferral? before, string holder, CancellationToken cancellationToken)
    {
        var wait = mail.IsLeft ? TimeSpan.Zero : MailOrder.ClaimGoesStaleAfter.ToTimeSpan();
        return ForClaimAsync(mail.Order, before, holder, wait, cancellationToken);
    }

    private Task<bool> ForClaimAsync(
        MailOrder order, Deferral? before, string holder, TimeSpan wait, CancellationToken cancellationToken) =>
        TryAsync(Later(order, before, holder, DeferralCause.Claim), wait, Duration.MaxValue, ToldElsewhere, cancellationToken);

    private MailOrder Later(MailOrder order, Deferral? before, string holder, DeferralCause cause)
    {
        var now = time.GetCurrentInstant();
        var since = before?.Cause == cause ? Instant.Min(before.Since, now) : now; // the clock may have been set back
        return order with { Deferral = new Deferral(cause, since, (before?.Number ?? 0) + 1, holder) };
    }

    private async Task<bool> TryAsync(
        MailOrder later, TimeSpan wait, Duration patience, string reason, CancellationToken cancellationToken)
    {
        var since = later.Deferral!.Since;
        if (time.GetCurrentInstant() - since >= patience) return false;

        await queue.SendLaterAsync(MailOrders.Message(later), wait, cancellationToken);
        logger.PutOff(later.MailId, later.TicketIds, wait, since, reason);
        return true;
    }
}
