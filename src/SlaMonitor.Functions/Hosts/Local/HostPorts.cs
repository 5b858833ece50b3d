using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SlaMonitor.Local;

namespace SlaMonitor.Functions.Hosts;

/// <summary>On one machine: SQLite, queues in SQLite, a mail folder or SMTP.</summary>
internal static class HostPorts
{
    /// <summary>The local host answers this machine alone while no key is set, so then nobody else can ask.</summary>
    public const bool TrustsThisMachine = true;

    public static IServiceCollection AddHostPorts(this IServiceCollection services, IConfiguration configuration) =>
        services.AddLocalPorts(configuration);
}
