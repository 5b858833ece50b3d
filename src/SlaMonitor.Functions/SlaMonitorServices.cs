using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SlaMonitor.Functions.Hosts;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring;
using SlaMonitor.Monitoring.Agreements;
using SlaMonitor.Webhooks;

namespace SlaMonitor.Functions;

internal static class SlaMonitorServices
{
    /// <summary>The monitor, and the ports of whichever host it was built for.</summary>
    public static IServiceCollection AddSlaMonitor(this IServiceCollection services, IConfiguration configuration) => services
        .AddMonitoring()
        .AddAgreements()
        .AddWebhooks()
        .AddSingleton(new AdminKey(configuration, HostPorts.TrustsThisMachine))
        .AddHostPorts(configuration);
}
