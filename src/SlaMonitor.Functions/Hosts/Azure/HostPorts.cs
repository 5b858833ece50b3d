using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Hosts;

/// <summary>In Azure: Service Bus, by the app's identity. The stores and the mailer of Azure are not built yet; see the README.</summary>
internal static class HostPorts
{
    /// <summary>Behind the Functions host every request seems to come from this machine.</summary>
    public const bool TrustsThisMachine = false;

    private const string QueueNameSetting = "NotificationsQueue";
    private const string NamespaceSetting = "ServiceBusConnection:fullyQualifiedNamespace";

    public static IServiceCollection AddHostPorts(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<NodaTime.IClock>(NodaTime.SystemClock.Instance)
        .AddSingleton(TimeProvider.System)
        .AddSingleton(new ServiceBusClient(configuration[NamespaceSetting], new DefaultAzureCredential()))
        .AddSingleton<INotificationQueue>(provider =>
            new ServiceBusNotificationQueue(provider.GetRequiredService<ServiceBusClient>().CreateSender(configuration[QueueNameSetting])));
}
