using Azure;
using Azure.Identity;
using Azure.Messaging.ServiceBus;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Azure.ServiceBus;

/// <summary>What Service Bus cannot do now, in words that say what would help.</summary>
internal static class ServiceBusOutage
{
    /// <param name="queue">The queue that is worked on.</param>
    /// <param name="role">The role that the work needs.</param>
    /// <param name="work">The work.</param>
    /// <exception cref="QueueUnavailableException">Service Bus is away, too busy or full, knows no such queue, or lets nobody
    /// in.</exception>
    public static async Task<T> RunAsync<T>(string queue, string role, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (Words(e, queue, role) is { } words)
        {
            throw new QueueUnavailableException(words, e);
        }
    }

    private static string? Words(Exception e, string queue, string role) => e switch
    {
        UnauthorizedAccessException or AuthenticationFailedException =>
            $"The queue {queue} lets nobody in: the app's identity needs the role {role}.",
        ServiceBusException { Reason: ServiceBusFailureReason.MessagingEntityNotFound } =>
            $"Service Bus knows no queue {queue}: the setting NotificationsQueue has to name one of the namespace.",
        ServiceBusException { Reason: ServiceBusFailureReason.MessagingEntityDisabled } =>
            $"The queue {queue} is disabled: set its status to active.",
        ServiceBusException { Reason: ServiceBusFailureReason.QuotaExceeded } =>
            $"The queue {queue} is full, or has too many connections: fetch messages, or remove dead letters.",
        ServiceBusException { Reason: ServiceBusFailureReason.ServiceBusy } =>
            $"The queue {queue} cannot be used now: Service Bus is too busy.",
        ServiceBusException or RequestFailedException => $"The queue {queue} cannot be used now: {FirstSentence(e)}",
        _ => null,
    };

    private static string FirstSentence(Exception e) => e.Message.Split('\n')[0].Split(" For troubleshooting")[0].TrimEnd('\r');
}
