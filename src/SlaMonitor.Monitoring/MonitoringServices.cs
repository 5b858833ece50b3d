using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SlaMonitor.CloudEvents;
using SlaMonitor.Mails.Board;
using SlaMonitor.Mails.Reports.Layout;
using SlaMonitor.Monitoring.Assessment;
using SlaMonitor.Monitoring.Auditing;
using SlaMonitor.Monitoring.Board;
using SlaMonitor.Monitoring.Erasing;
using SlaMonitor.Monitoring.Evaluation;
using SlaMonitor.Monitoring.Forgetting;
using SlaMonitor.Monitoring.Health;
using SlaMonitor.Monitoring.Ingestion;
using SlaMonitor.Monitoring.Notification;
using SlaMonitor.Monitoring.Observability;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Reporting;
using SlaMonitor.Monitoring.Reporting.Monthly;
using SlaMonitor.Monitoring.Retention;
using SlaMonitor.Monitoring.Secrets;
using SlaMonitor.Monitoring.Views;

namespace SlaMonitor.Monitoring;

/// <summary>Wires what the monitor does. The host brings the ports and the clock.</summary>
public static class MonitoringServices
{
    /// <summary>Adds ingestion, evaluation, notification, health and the views.</summary>
    public static IServiceCollection AddMonitoring(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);

        services.TryAddSingleton<MonitorMetrics>();
        services.TryAddSingleton<ObservedMailer>();
        services.TryAddSingleton<UnresolvedSecrets>();
        services.TryAddSingleton<DeliveryReader>();
        services.TryAddSingleton<AssessedTickets>();
        services.TryAddSingleton<WithoutAgreement>();
        services.AddSingleton<ICounts>(provider => provider.GetRequiredService<WithoutAgreement>());
        services.TryAddSingleton<FirstEvents>();
        services.TryAddSingleton<PseudonymSecret>();
        services.TryAddSingleton<LateNews>();
        services.TryAddSingleton<SourceCounts>();
        services.AddSingleton<ICounts>(provider => provider.GetRequiredService<SourceCounts>());
        services.TryAddSingleton<EventIngestor>();
        services.TryAddSingleton<ChangedTerms>();
        services.AddSingleton<ICounts>(provider => provider.GetRequiredService<ChangedTerms>());
        services.TryAddSingleton<FiledTerms>();
        services.TryAddSingleton<FilingFailures>();
        services.TryAddSingleton<OutcomeFiling>();
        services.AddSingleton<ICounts>(provider => provider.GetRequiredService<OutcomeFiling>());
        services.TryAddSingleton<PromiseReader>();
        services.TryAddSingleton<ReportSummaries>();
        services.TryAddSingleton<ReportMaker>();
        services.TryAddSingleton<ReportPages>();
        services.TryAddSingleton<ReportApprovals>();
        services.TryAddSingleton<MonthlyReports>();
        services.TryAddSingleton<ReportApproval>();
        services.AddOptions<BoardOptions>().BindConfiguration(BoardOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<AuditTrail>();
        services.AddSingleton<ICounts>(provider => provider.GetRequiredService<AuditTrail>());
        services.TryAddSingleton<AgreementAudit>();
        services.TryAddSingleton<OpenPromises>();
        services.TryAddSingleton<ToldNotifications>();
        services.TryAddSingleton<BoardTickets>();
        services.TryAddSingleton<BoardTaking>();
        services.TryAddSingleton<MonitorPages>();
        services.TryAddSingleton<LastDeliveries>();
        services.TryAddSingleton<RunningMonths>();
        services.TryAddSingleton<LastingLinks>();
        services.TryAddSingleton<BoardPages>();
        services.TryAddSingleton<MailboxNotes>();
        services.TryAddSingleton<DeadlineEvaluator>();
        services.TryAddSingleton<TicketViews>();
        return services.AddNotification().AddForgetting().AddRetention().AddHealth();
    }
}
