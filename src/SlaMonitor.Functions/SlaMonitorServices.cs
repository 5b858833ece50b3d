using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SlaMonitor.Azure.SendGrid.Events;
using SlaMonitor.Channels;
using SlaMonitor.Functions.Health;
using SlaMonitor.Functions.Hosts;
using SlaMonitor.Functions.Http;
using SlaMonitor.Functions.Observability;
using SlaMonitor.Monitoring;
using SlaMonitor.Monitoring.Agreements;
using SlaMonitor.Webhooks;

namespace SlaMonitor.Functions;

internal static class SlaMonitorServices
{
    /// <summary>The monitor, and the ports of whichever host it was built for.</summary>
    public static IServiceCollection AddSlaMonitor(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<IHttpContextFactory, KeysOutOfAddresses>()
        .AddSingleton<ReportAnswers>()
        .AddSingleton<BoardAnswers>()
        .AddSingleton<TicketAnswers>()
        .AddSingleton<OpenPromiseAnswers>()
        .AddSingleton<NameAnswers>()
        .AddSingleton<BadgeAnswers>()
        .AddSingleton<MonitorAnswers>()
        .AddSingleton<BoardDeeds>()
        .AddSingleton<MonthAnswers>()
        .AddSingleton<OnCallAnswers>()
        .AddSingleton<TakingAnswers>()
        .AddSingleton<BoardAccess>()
        .AddMonitoring()
        .AddAgreements()
        .AddHostedService<AgreementsAtStart>()
        .AddHostedService<TestMailAtStart>()
        .AddSendGridEvents(configuration)
        .AddTelemetry(configuration)
        .AddPrometheus()
        .AddWebhooks()
        .AddChannels(configuration)
        .AddHostPorts(configuration);
}
