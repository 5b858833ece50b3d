using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using SlaMonitor.Functions.Tests.Harness;

namespace SlaMonitor.Functions.Tests.Observability;

/// <summary>What is named gets everything; where nobody is named, nothing is even made.</summary>
[Collection(Alone.Name)]
public sealed class TelemetryExportTests
{
    // Azure's exporter tells its maker how it fares; a test is not to.
    static TelemetryExportTests() => Environment.SetEnvironmentVariable("APPLICATIONINSIGHTS_STATSBEAT_DISABLED", "true");

    private const string Created = """{"specversion":"1.0","type":"ticket.created","source":"/helpdesk","id":"1","subject":"HD-1"}""";

    [Fact]
    public async Task Otlp_Endpoint_GetsTracesMetricsAndLogs()
    {
        await using var collector = await Collector.StartAsync();
        await TakeAnEventAsync(
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Url),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_SERVICE_NAME", "sla-of-acme"));

        Assert.Contains("ingest events", collector.At("/v1/traces"), StringComparison.Ordinal);
        Assert.Contains("sla-of-acme", collector.At("/v1/traces"), StringComparison.Ordinal);
        Assert.Contains("slamonitor.events.accepted", collector.At("/v1/metrics"), StringComparison.Ordinal);
        Assert.Contains("HD-1", collector.At("/v1/logs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AzureMonitor_ConnectionString_GetsTracesMetricsAndLogs()
    {
        await using var collector = await Collector.StartAsync();
        await TakeAnEventAsync((
            "APPLICATIONINSIGHTS_CONNECTION_STRING",
            $"InstrumentationKey={new string('0', 8)}-0000-0000-0000-000000000000;IngestionEndpoint={collector.Url}/"));

        var track = collector.At("/v2.1/track");
        Assert.Contains("ingest events", track, StringComparison.Ordinal);
        Assert.Contains("slamonitor.events.accepted", track, StringComparison.Ordinal);
        Assert.Contains("1 event(s) stored", track, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_Named_NothingIsMade()
    {
        await using var monitor = await TestMonitor.StartAsync();

        Assert.Null(monitor.Find<TracerProvider>());
        Assert.Null(monitor.Find<MeterProvider>());
    }

    private static async Task TakeAnEventAsync(params (string Name, string Value)[] settings)
    {
        await using var monitor = await TestMonitor.StartAsync(
            settings: settings.ToDictionary(s => s.Name, s => (string?)s.Value, StringComparer.Ordinal));
        using var answer = await monitor.PostAsync("application/cloudevents+json", Created);
        answer.EnsureSuccessStatusCode();
        monitor.Get<TracerProvider>().ForceFlush();
        monitor.Get<MeterProvider>().ForceFlush();
        monitor.Get<LoggerProvider>().ForceFlush();
    }
}
