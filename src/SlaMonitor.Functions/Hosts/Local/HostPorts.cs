using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SlaMonitor.Azure.SendGrid;
using SlaMonitor.Azure.Tables;
using SlaMonitor.Local;
using SlaMonitor.Local.Hosting.Settings;
using SlaMonitor.Monitoring.Access;

namespace SlaMonitor.Functions.Hosts;

/// <summary>
/// On one machine: SQLite, queues in SQLite, and a mail folder, SMTP, or SendGrid where its key is set. With <c>Storage__Provider</c> set
/// to <c>tables</c>, tickets, notifications and manifests are kept in Table storage instead: the emulator's, or an account in Azure.
/// </summary>
internal static class HostPorts
{
    private const string Section = "Storage";
    private const string ProviderSetting = $"{Section}:Provider";

    // What is chosen here is there first, and the local ports of the same kind step back.
    public static IServiceCollection AddHostPorts(this IServiceCollection services, IConfiguration configuration) => services
        .AddAccess(configuration, isLocal: true)
        .AddStorage(configuration)
        .AddMail(configuration)
        .AddLocalPorts(configuration);

    private static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration) =>
        SendGridServices.IsConfigured(configuration) ? services.AddSendGrid(configuration) : services;

    private static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration) =>
        configuration[ProviderSetting] switch
        {
            null or "" or "sqlite" => services,
            "tables" => services.AddAzureTables(configuration),
            var other => throw new LocalHostException($"error: {Section}__Provider is '{other}'; it is sqlite or tables"),
        };
}
