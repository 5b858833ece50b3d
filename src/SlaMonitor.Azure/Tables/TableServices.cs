using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Azure.Tables;

/// <summary>Wires the stores of Table storage.</summary>
public static class TableServices
{
    /// <summary>Keeps tickets and notifications in Table storage, where <see cref="TableConnection"/> finds it.</summary>
    public static IServiceCollection AddAzureTables(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);

        services.AddOptions<TableOptions>().BindConfiguration(TableOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(_ => TableConnection.Open(configuration));
        services.TryAddSingleton<ITicketStore>(provider => new TableTicketStore(
            provider.GetRequiredService<TableServiceClient>(),
            ShardsOf(provider.GetRequiredService<IOptions<TableOptions>>().Value),
            provider.GetRequiredService<ILogger<TableTicketStore>>()));
        services.TryAddSingleton<IPromiseShelves>(provider => new TablePromiseShelves(
            provider.GetRequiredService<TableServiceClient>(),
            ShardsOf(provider.GetRequiredService<IOptions<TableOptions>>().Value),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<INotificationLedger>(provider => new TableNotificationLedger(
            provider.GetRequiredService<TableServiceClient>(), provider.GetRequiredService<ILogger<TableNotificationLedger>>()));
        services.TryAddSingleton<IMailManifests>(provider => new TableMailManifests(provider.GetRequiredService<TableServiceClient>()));
        services.TryAddSingleton<IMonitorNotes>(provider => new TableMonitorNotes(provider.GetRequiredService<TableServiceClient>()));
        services.TryAddSingleton<IAuditLog>(provider => new TableAuditLog(provider.GetRequiredService<TableServiceClient>()));
        if (TableConnection.IsByConnectionString(configuration)) services.AddHostedService<TableCreation>();
        return services;
    }

    private static DueShards ShardsOf(TableOptions options) => new(options.Shards, options.Evaluators, options.Evaluator);
}
