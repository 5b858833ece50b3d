using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SlaMonitor.Local.Demo;
using SlaMonitor.Local.Feeds;
using SlaMonitor.Local.Health;
using SlaMonitor.Local.Hosting.Settings;
using SlaMonitor.Local.Keys;
using SlaMonitor.Local.Mailers;
using SlaMonitor.Local.Notifications;
using SlaMonitor.Local.Queues;
using SlaMonitor.Local.Storage;
using SlaMonitor.Monitoring.Health.Findings;
using SlaMonitor.Monitoring.Notification.Acknowledging;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Local;

/// <summary>Every port that the monitor needs, on one machine.</summary>
public static class LocalPorts
{
    private const string QueueNameSetting = "NotificationsQueue";

    /// <summary>
    /// Adds the stores, the queue, the mailer, and a place for copies of on-call calendars. The folders are those of the host
    /// (<see cref="LocalHostSettings"/>). Stores that are there already stay.
    /// </summary>
    public static IServiceCollection AddLocalPorts(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);

        services.AddSingleton<INotificationQueue>(provider => new LocalNotificationQueue(
            provider.GetRequiredService<LocalQueues>(), QueueName(configuration)));
        services.AddSingleton<IDeadLetters>(provider => new LocalDeadLetters(
            provider.GetRequiredService<LocalQueues>(), QueueName(configuration)));
        services.AddSingleton<IPersonTraces>(provider => new WaitingTraces(
            provider.GetRequiredService<LocalQueues>(), QueueName(configuration)));
        services.AddSingleton<IFeedCopies>(provider => new FeedCopyFolder(
            Path.Combine(provider.GetRequiredService<LocalHostSettings>().DataFolder, "feeds"),
            provider.GetRequiredService<ILogger<FeedCopyFolder>>()));
        services.AddSingleton<IHealthProbe>(provider => new DiskProbe(
            provider.GetRequiredService<LocalHostSettings>().DataFolder, DiskSpace.Of));
        services.AddSingleton<IPostConfigureOptions<AcknowledgeOptions>, LocalAcknowledgeOptions>();
        return services
            .AddDemo(configuration)
            .AddLocalStorage(provider => provider.GetRequiredService<LocalHostSettings>().DataFolder)
            .AddLocalMail(configuration, provider => provider.GetRequiredService<LocalHostSettings>().MailFolder);
    }

    private static string QueueName(IConfiguration configuration) =>
        configuration[QueueNameSetting] ?? throw new InvalidOperationException($"The setting {QueueNameSetting} names no queue.");
}
