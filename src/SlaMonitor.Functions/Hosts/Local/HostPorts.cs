using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SlaMonitor.Azure.Tables;
using SlaMonitor.Local;
using SlaMonitor.Local.Hosting;

namespace SlaMonitor.Functions.Hosts;

/// <summary>
/// On one machine: SQLite, queues in SQLite, a mail folder or SMTP. With <c>Storage__Provider</c> set to <c>tables</c>, tickets and notifications are
/// kept in Table storage instead: the emulator's, or an account in Azure.
/// </summary>
internal static class HostPorts
{
    private const string Section = "Storage";
    private const string ProviderSetting = $"{Section}:Provider";

    public static IServiceCollection AddHostPorts(this IServiceCollection services, IConfiguration configuration) =>
        services.AddStorage(configuration).AddLocalPorts(configuration);

    // What is chosen here is there first, and the local stores step back.
    private static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration) => configuration[ProviderSetting] switch
    {
        null or "" or "sqlite" => services,
        "tables" => services.AddAzureTables(configuration),
        var other => throw new LocalHostException($"error: {Section}__Provider is '{other}'; it is sqlite or tables"),
    };
}
