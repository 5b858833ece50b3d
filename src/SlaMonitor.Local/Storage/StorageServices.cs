using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using SlaMonitor.Local.Sqlite;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Local.Storage;

/// <summary>Wires the stores of one machine.</summary>
public static class StorageServices
{
    private const string FileName = "monitor.db";

    /// <summary>Keeps tickets and notifications in <c>monitor.db</c> in a folder, which is created when first needed.</summary>
    public static IServiceCollection AddLocalStorage(this IServiceCollection services, Func<IServiceProvider, string> dataFolder)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(dataFolder);

        var isOurs = services.All(service => service.ServiceType != typeof(ITicketStore));
        services.TryAddKeyedSingleton(FileName, (provider, _) => new SqliteDatabase(
            Path.Combine(dataFolder(provider), FileName),
            provider.GetService<IFolderLock>(),
            provider.GetRequiredService<ILogger<SqliteDatabase>>()));
        services.TryAddSingleton<ITicketStore>(provider => new SqliteTicketStore(
            provider.GetRequiredKeyedService<SqliteDatabase>(FileName), provider.GetRequiredService<ILogger<SqliteTicketStore>>()));
        services.TryAddSingleton<IPromiseShelves>(
            provider => new SqlitePromiseShelves(provider.GetRequiredKeyedService<SqliteDatabase>(FileName)));
        services.TryAddSingleton<INotificationLedger>(provider => new SqliteNotificationLedger(
            provider.GetRequiredKeyedService<SqliteDatabase>(FileName), provider.GetRequiredService<ILogger<SqliteNotificationLedger>>()));
        services.TryAddSingleton<IMailManifests>(
            provider => new SqliteMailManifests(provider.GetRequiredKeyedService<SqliteDatabase>(FileName)));
        if (isOurs)
        {
            services.AddHostedService<StoresAtStart>();
            services.AddSingleton<IPersonTraces>(
                provider => new FreedPages(provider.GetRequiredKeyedService<SqliteDatabase>(FileName)));
        }

        services.TryAddSingleton<IAuditLog>(
            provider => new SqliteAuditLog(provider.GetRequiredKeyedService<SqliteDatabase>(FileName)));
        services.TryAddSingleton<IMonitorNotes>(
            provider => new SqliteMonitorNotes(provider.GetRequiredKeyedService<SqliteDatabase>(FileName)));
        return services;
    }
}
