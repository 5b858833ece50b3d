using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using SlaMonitor.Local.Clock;
using SlaMonitor.Local.Hosting.Connections;
using SlaMonitor.Local.Hosting.Discovery;
using SlaMonitor.Local.Hosting.Pump;
using SlaMonitor.Local.Hosting.Running;
using SlaMonitor.Local.Hosting.Settings;
using SlaMonitor.Local.Hosting.Timers;
using SlaMonitor.Local.Queues;
using SlaMonitor.Local.Sqlite;
using SlaMonitor.Monitoring.Access;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Local.Hosting;

/// <summary>
/// What the host is made of. An app finds the clocks, <see cref="LocalHostSettings"/>, the keys and <see cref="LocalQueues"/> among its
/// services.
/// </summary>
internal static class LocalHostServices
{
    public static IServiceCollection AddLocalHost(
        this IServiceCollection services, LocalHostOptions options, LocalHostSettings settings, AccessKeys keys, HostJson hostJson,
        FunctionCatalog catalog)
    {
        services.AddSingleton(options).AddSingleton(settings).AddSingleton(keys).AddSingleton(hostJson).AddSingleton(catalog);
        services.AddSingleton(options.TimeProvider);
        services.AddSingleton(_ => new LocalClock(options.TimeProvider, settings.Start, settings.Speed));
        services.AddSingleton<IClock>(provider => provider.GetRequiredService<LocalClock>());

        services.AddRoutingCore();
        services.AddMvcCore(); // an IActionResult needs it to write itself
        services.Configure<HostOptions>(host =>
        {
            host.ShutdownTimeout = HostPatience.Limit;
            host.ServicesStopConcurrently = true;
        });

        services.AddSingleton(ConnectionLimits.Of(settings.Connections, OpenFileLimit.Read())).AddSingleton<ConnectionGate>();
        services.AddSingleton(provider => Folder(settings, provider.GetRequiredService<ILogger<DataFolder>>()))
            .AddSingleton<IFolderLock>(provider => provider.GetRequiredService<DataFolder>());
        services.AddSingleton<HostPatience>().AddSingleton<FunctionRunner>().AddSingleton<Banner>();
        services.TryAddSingleton(new QueueOptions());
        services.AddSingleton(provider => new LocalQueues(
            Database(provider, DataFiles.Queues),
            provider.GetRequiredService<QueueOptions>(),
            options.TimeProvider,
            provider.GetRequiredService<ILogger<LocalQueues>>()));
        services.AddSingleton(provider => new TimerStore(Database(provider, DataFiles.Timers)));
        services.AddSingleton<MessageHandler>();
        services.AddSingleton(provider => new TimerSet(
            catalog.Timers.Select(function => ActivatorUtilities.CreateInstance<TimerRunner>(provider, function)),
            provider.GetRequiredService<TimerStore>()));
        services.AddSingleton(provider => new PumpSet(
            catalog.Queues.Select(function => ActivatorUtilities.CreateInstance<QueuePump>(provider, function)),
            provider.GetRequiredService<LocalQueues>(), options.TimeProvider));
        services.AddHostedService<FunctionsService>();
        services.AddSingleton<CheckAfterUncleanStop>();
        services.AddSingleton<IStoreProblems>(provider => provider.GetRequiredService<CheckAfterUncleanStop>());
        services.AddHostedService(provider => provider.GetRequiredService<CheckAfterUncleanStop>());

        foreach (var type in catalog.All.Select(function => function.Method.DeclaringType).Where(type => !type.IsAbstract).Distinct())
            services.TryAddScoped(type);
        return services;
    }

    private static DataFolder Folder(LocalHostSettings settings, ILogger<DataFolder> logger)
    {
        var folder = new DataFolder(settings.DataFolder);
        if (settings.IsDemo)
        {
            try
            {
                DemoFolder.Empty(folder);
            }
            catch
            {
                folder.Dispose();
                throw;
            }
        }

        FolderModes.Tighten(settings.DataFolder, settings.MailFolder, logger);
        return folder;
    }

    private static SqliteDatabase Database(IServiceProvider provider, string name)
    {
        var folder = provider.GetRequiredService<DataFolder>();
        return new SqliteDatabase(folder.File(name), folder, provider.GetRequiredService<ILogger<SqliteDatabase>>());
    }
}
