using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using SlaMonitor.Monitoring.Observability;

namespace SlaMonitor.Functions.Observability;

/// <summary>Sends traces, metrics and logs to whoever is named: an OTLP collector, Azure Monitor, both, or nobody.</summary>
internal static class TelemetryServices
{
    /// <summary>OpenTelemetry's own name for a collector's address; its other <c>OTEL_…</c> variables are understood as well.</summary>
    public const string OtlpSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Azure's own name for where its telemetry goes.</summary>
    public const string AzureMonitorSetting = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    private const string AuthenticationSetting = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";
    private const string ServiceNameSetting = "OTEL_SERVICE_NAME";
    private const string WorkerSource = "Microsoft.Azure.Functions.Worker";

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var toCollector = CollectorAddress.IsOne(configuration[OtlpSetting]);
        if (!toCollector && !string.IsNullOrEmpty(configuration[OtlpSetting])) services.AddHostedService<CollectorAddress>();
        var toAzure = !string.IsNullOrEmpty(configuration[AzureMonitorSetting]);
        if (!toCollector && !toAzure) return services; // nobody listens: no span is ever made

        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(configuration[ServiceNameSetting] ?? "sla-monitor"))
            .WithTracing(traces => traces
                .AddSource(Telemetry.Name, WorkerSource)
                .AddAspNetCoreInstrumentation(requests => requests.Filter = IsTraced)
                .AddHttpClientInstrumentation())
            .WithMetrics(metrics => metrics.AddMeter(Telemetry.Name).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation())
            .WithLogging(configureBuilder: null, logs => logs.IncludeFormattedMessage = true);
        if (toCollector) telemetry.UseOtlpExporter();
        if (toAzure) ToAzure(telemetry, configuration);
        return services;
    }

    private static void ToAzure(OpenTelemetryBuilder telemetry, IConfiguration configuration)
    {
        telemetry
            .WithTracing(traces => traces.AddAzureMonitorTraceExporter(Export))
            .WithMetrics(metrics => metrics.AddAzureMonitorMetricExporter(Export))
            .WithLogging(logs => logs.AddAzureMonitorLogExporter(Export));

        void Export(AzureMonitorExporterOptions options)
        {
            options.ConnectionString = configuration[AzureMonitorSetting];
            // Not five traces a second, drawn at random: a trace lasts from the event to the mail, and half of it tells nothing.
            (options.SamplingRatio, options.TracesPerSecond) = (1, null);
            if (CredentialOf(configuration[AuthenticationSetting]) is { } credential) options.Credential = credential;
        }
    }

    /// <summary>
    /// <c>ClientId=…;Authorization=AAD</c>: by the app's identity. Without it the connection string alone opens the door.
    /// </summary>
    private static DefaultAzureCredential? CredentialOf(string? authentication)
    {
        if (string.IsNullOrEmpty(authentication)) return null;

        var clientId = authentication.Split(';')
            .FirstOrDefault(part => part.StartsWith("ClientId=", StringComparison.OrdinalIgnoreCase))
            ?.Split('=', 2)[1];
        return new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = clientId });
    }

    /// <summary>The path of a link that a mail brings is a key to it: whoever reads traces is not to have it.</summary>
    private static bool IsTraced(HttpContext context) =>
        context.Request.Path.Value is var path && !path!.Contains("/acknowledge/", StringComparison.OrdinalIgnoreCase)
        && !path.Contains("/approve-report/", StringComparison.OrdinalIgnoreCase)
        && !path.Contains("/rate/", StringComparison.OrdinalIgnoreCase);
}
