using Azure.Messaging.ServiceBus;
using Azure.Messaging.ServiceBus.Administration;
using Microsoft.Extensions.Logging;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Azure.ServiceBus;

/// <summary>
/// Asks Service Bus how much lies in the queue. It tells that to who may manage the queue only (Azure Service Bus Data Owner), which the
/// app as deployed may not: then nothing is known, and Service Bus is not asked again for a while.
/// </summary>
internal sealed class QueueDepthProbe(
    ServiceBusAdministrationClient administration, string queue, TimeProvider time, ILogger<QueueDepthProbe> logger)
{
    private const string Role = "Azure Service Bus Data Owner";

    /// <summary>A role that is given takes effect within minutes.</summary>
    private static readonly TimeSpan AsksAgainAfter = TimeSpan.FromMinutes(15);

    private DateTimeOffset? _refusedAt;

    /// <summary>What lies in the queue; <c>null</c> where the app may not know.</summary>
    /// <exception cref="QueueUnavailableException">Service Bus cannot be asked.</exception>
    public async Task<QueueDepth?> MeasureAsync(CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() - _refusedAt < AsksAgainAfter) return null;

        try
        {
            var found = await ServiceBusOutage.RunAsync(
                queue, Role, () => administration.GetQueueRuntimePropertiesAsync(queue, cancellationToken));
            _refusedAt = null;
            return new QueueDepth(found.Value.ActiveMessageCount + found.Value.ScheduledMessageCount, found.Value.DeadLetterMessageCount);
        }
        catch (QueueUnavailableException e) when (IsForbidden(e.InnerException))
        {
            if (_refusedAt is null) logger.DepthUnknown(queue, Role);
            _refusedAt = time.GetUtcNow();
            return null;
        }
    }

    /// <summary>401, or 403, which the SDK takes for an exhausted quota. Who only looks exhausts none.</summary>
    private static bool IsForbidden(Exception? e) =>
        e is UnauthorizedAccessException or ServiceBusException { Reason: ServiceBusFailureReason.QuotaExceeded };
}
