using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using SlaMonitor.Monitoring.Auditing;
using SlaMonitor.Monitoring.Evaluation;
using SlaMonitor.Monitoring.Health.Daily;
using SlaMonitor.Monitoring.Health.Failures;
using SlaMonitor.Monitoring.Health.Findings;
using SlaMonitor.Monitoring.Health.Probes;
using SlaMonitor.Monitoring.Health.SelfTest;
using SlaMonitor.Monitoring.Health.Settings;
using SlaMonitor.Monitoring.Health.Watching;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Reporting;
using SlaMonitor.Monitoring.Reporting.Monthly;
using SlaMonitor.Monitoring.Retention;

namespace SlaMonitor.Monitoring.Health;

/// <summary>Wires how the monitor looks after itself.</summary>
internal static class HealthServices
{
    /// <summary>
    /// Adds the health, the sign of life and the test mail. A host may add probes of its own. Needs the configuration section
    /// <see cref="HealthOptions.Section"/>.
    /// </summary>
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddOptions<HealthOptions>().BindConfiguration(HealthOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<EvaluationNotes>();
        services.TryAddSingleton<MailNotes>();
        services.TryAddSingleton<LifeSign>();
        services.TryAddSingleton<MailFailures>();
        services.TryAddSingleton<DailyMails>();
        services.TryAddSingleton<AgreementDateMails>();
        services.TryAddSingleton(provider => new WatchedEvaluation(
            provider.GetRequiredService<DeadlineEvaluator>(),
            provider.GetRequiredService<EvaluationNotes>(),
            provider.GetRequiredService<LifeSign>(),
            provider.GetRequiredService<DailyMails>(),
            provider.GetRequiredService<AgreementDateMails>(),
            provider.GetRequiredService<OutcomeFiling>(),
            provider.GetRequiredService<MonthlyReports>(),
            provider.GetRequiredService<DailyRetention>(),
            provider.GetRequiredService<AgreementAudit>(),
            provider.GetRequiredService<ILogger<WatchedEvaluation>>()));
        services.TryAddSingleton<TestMails>();
        services.AddHttpClient(LifeSign.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { UseCookies = false, ActivityHeadersPropagator = null })
            .RemoveAllLoggers(); // the address is a secret

        AddProbe<SecretProbe>(services);
        AddProbe<StoreProbe>(services);
        AddProbe<StoredDataProbe>(services);
        AddProbe<QueueProbe>(services);
        AddProbe<EvaluationProbe>(services);
        AddProbe<DueProbe>(services);
        AddProbe<MailProbe>(services);
        AddProbe<ChannelProbe>(services);
        AddProbe<AgreementProbe>(services);
        AddProbe<DeadLetterProbe>(services);
        AddProbe<UnreachedProbe>(services);
        AddProbe<DailyMailProbe>(services);
        AddProbe<DateMailProbe>(services);
        AddProbe<ReportProbe>(services);
        services.TryAddSingleton(provider => new MonitorHealth(
            () => (provider.GetServices<IHealthProbe>(), provider.GetServices<ICounts>()),
            provider.GetRequiredService<IOptions<HealthOptions>>(),
            provider.GetRequiredService<IClock>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static void AddProbe<T>(IServiceCollection services)
        where T : class, IHealthProbe => services.TryAddEnumerable(ServiceDescriptor.Singleton<IHealthProbe, T>());
}
