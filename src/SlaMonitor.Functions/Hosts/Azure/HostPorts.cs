using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SlaMonitor.Azure.SendGrid;
using SlaMonitor.Azure.ServiceBus;
using SlaMonitor.Azure.Tables;
using SlaMonitor.Monitoring.Access;

namespace SlaMonitor.Functions.Hosts;

/// <summary>In Azure: Table storage and Service Bus by the app's identity, and SendGrid.</summary>
internal static class HostPorts
{
#pragma warning disable RS0030 // this is the composition root: in Azure, time is real
    public static IServiceCollection AddHostPorts(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<NodaTime.IClock>(NodaTime.SystemClock.Instance)
        .AddSingleton(TimeProvider.System)
#pragma warning restore RS0030
        .AddAccess(configuration, isLocal: false)
        .AddAzureTables(configuration)
        .AddServiceBus(configuration)
        .AddSendGrid(configuration);
}
