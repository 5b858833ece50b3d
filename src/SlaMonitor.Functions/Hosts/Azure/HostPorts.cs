using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SlaMonitor.Azure.SendGrid;
using SlaMonitor.Azure.Tables;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Secrets;

namespace SlaMonitor.Functions.Hosts;

/// <summary>In Azure: Table storage and Service Bus by the app's identity, and SendGrid.</summary>
internal static class HostPorts
{
    private const string QueueNameSetting = "NotificationsQueue";
    private const string NamespaceSetting = "ServiceBusConnection:fullyQualifiedNamespace";
    private const string ClientIdSetting = "ServiceBusConnection:clientId";

#pragma warning disable RS0030 // this is the composition root: in Azure, time is real
    public static IServiceCollection AddHostPorts(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<NodaTime.IClock>(NodaTime.SystemClock.Instance)
        .AddSingleton(TimeProvider.System)
#pragma warning restore RS0030
        .AddSingleton(new AccessKeys(configuration, isLocal: false))
        .AddAzureTables(configuration)
        .AddSendGrid(configuration)
        .AddSingleton(_ => new ServiceBusClient(
            configuration[NamespaceSetting],
            new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = configuration[ClientIdSetting] })))
        .AddSingleton<INotificationQueue>(provider =>
            new ServiceBusNotificationQueue(provider.GetRequiredService<ServiceBusClient>().CreateSender(configuration[QueueNameSetting])));
}
