using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SlaMonitor.Functions.Observability;

/// <summary>Says at the start that the address of the collector is none: the exporter would send nothing, and say nothing.</summary>
internal sealed class CollectorAddress(IConfiguration configuration, ILogger<CollectorAddress> logger) : IHostedService
{
    /// <summary>Whether an address can be one of a collector.</summary>
    public static bool IsOne(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        logger.NoCollectorAddress(TelemetryServices.OtlpSetting, configuration[TelemetryServices.OtlpSetting] ?? string.Empty);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
