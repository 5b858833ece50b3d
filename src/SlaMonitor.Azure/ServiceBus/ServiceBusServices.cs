using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Azure.ServiceBus;

/// <summary>Wires the queue in Service Bus, and its dead letters.</summary>
public static class ServiceBusServices
{
    /// <summary>Queues notifications in Service Bus, where <c>ServiceBusConnection</c> and <c>NotificationsQueue</c> find it.</summary>
    public static IServiceCollection AddServiceBus(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);

        services.TryAddSingleton(_ => ServiceBusConnection.Open(configuration));
        services.TryAddSingleton(provider => new QueueDepthProbe(
            ServiceBusConnection.OpenAdministration(configuration),
            ServiceBusConnection.QueueName(configuration),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<QueueDepthProbe>>()));
        services.TryAddSingleton<INotificationQueue>(provider => new ServiceBusNotificationQueue(
            provider.GetRequiredService<ServiceBusClient>().CreateSender(ServiceBusConnection.QueueName(configuration)),
            provider.GetRequiredService<QueueDepthProbe>(),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<IDeadLetters>(provider =>
        {
            var (client, queue) = (provider.GetRequiredService<ServiceBusClient>(), ServiceBusConnection.QueueName(configuration));
            return new ServiceBusDeadLetters(
                client.CreateReceiver(queue, new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter }), client.CreateSender(queue));
        });
        return services;
    }
}
