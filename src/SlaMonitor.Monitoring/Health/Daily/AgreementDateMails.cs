using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NodaTime;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Monitoring.Health.Failures;
using SlaMonitor.Monitoring.Notification.Delivery;
using SlaMonitor.Monitoring.Notification.Orders;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Health.Daily;

/// <summary>
/// Tells the contacts of agreements of their own dates: that a term ends, that notice is due, that holidays run out, that nobody is on
/// call. Each date is told to each contact once: the mail's id follows from both, and the ledger knows it, whoever orders it again.
/// </summary>
internal sealed class AgreementDateMails(
    IAgreementSource agreements, INotificationQueue queue, UnqueuedMails unqueued, MailFailures failures, IClock clock,
    ILogger<AgreementDateMails> logger)
{
    /// <summary>What this process has ordered, so that it does not order it at each evaluation.</summary>
    private readonly ConcurrentDictionary<string, bool> _ordered = new(StringComparer.Ordinal);

    /// <summary>Orders the mails that are due. Whatever hinders it harms no evaluation: the next call tries again.</summary>
    public async Task OrderAsync(CancellationToken cancellationToken)
    {
        try
        {
            var now = clock.GetCurrentInstant();
            foreach (var date in ComingDates.Of(await agreements.GetAsync(cancellationToken), now))
                await TryOrderAsync(date, now, cancellationToken);
        }
        catch (UnavailableException e)
        {
            logger.DateMailWaits(e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await FailedAsync(e, cancellationToken);
        }
    }

    /// <summary>One date that cannot be told must not keep the others from being told.</summary>
    private async Task TryOrderAsync(ComingDate date, Instant now, CancellationToken cancellationToken)
    {
        try
        {
            await OrderAsync(date, now, cancellationToken);
        }
        catch (Exception e) when (e is not (UnavailableException or OperationCanceledException))
        {
            await FailedAsync(e, cancellationToken);
        }
    }

    private async Task FailedAsync(Exception failure, CancellationToken cancellationToken)
    {
        logger.DateMailFailed(failure);
        try
        {
            await failures.KeepAsync(MailFailures.OfDates, failure, cancellationToken);
        }
        catch (UnavailableException e)
        {
            logger.DateMailWaits(e.Message);
        }
    }

    private async Task OrderAsync(ComingDate date, Instant now, CancellationToken cancellationToken)
    {
        foreach (var order in AgreementDateOrders.Of(date, now).Where(order => !_ordered.ContainsKey(order.MailId)))
        {
            await unqueued.RecordAsync(await queue.SendAsync([MailOrders.Message(order)], cancellationToken), cancellationToken);
            if (_ordered.TryAdd(order.MailId, true)) logger.DateMailOrdered(order.Recipient, date.Agreement.Id, date.Name);
        }
    }
}
