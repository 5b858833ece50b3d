using Microsoft.Extensions.DependencyInjection;

namespace SlaMonitor.Functions.Observability;

/// <summary>Keeps what the meters measure, for a Prometheus that comes and asks.</summary>
internal static class PrometheusServices
{
    public static IServiceCollection AddPrometheus(this IServiceCollection services) => services
        .AddSingleton<MeterReadings>()
        .AddHostedService(provider => provider.GetRequiredService<MeterReadings>())
        .AddSingleton<StandingMetrics>()
        .AddSingleton(provider => new MetricsAnswer(
            provider.GetRequiredService<MeterReadings>(), provider.GetRequiredService<StandingMetrics>()));
}
