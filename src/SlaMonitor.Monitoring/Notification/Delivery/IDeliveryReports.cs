using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Notification.Delivery;

/// <summary>Takes what mail systems tell of mails that they had taken.</summary>
public interface IDeliveryReports
{
    /// <summary>
    /// Acts on the reports. A report that came before changes nothing; one of a mail that nobody
    /// knows is counted.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The store is away: the mail system is to tell all of it again.</exception>
    Task AcceptAsync(IReadOnlyList<DeliveryReport> reports, CancellationToken cancellationToken);
}
