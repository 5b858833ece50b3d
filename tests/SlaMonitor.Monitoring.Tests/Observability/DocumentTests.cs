using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SlaMonitor.Monitoring.Observability;

namespace SlaMonitor.Monitoring.Tests.Observability;

/// <summary>docs/observability.md names every metric and every span, and none that is not there.</summary>
public sealed partial class DocumentTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "observability.md"));

    [Fact]
    public void Metrics_AreThoseOfTheDocument_WithKindAndUnit()
    {
        var documented = MetricRow()
            .Matches(Document)
            .Select(row => (row.Groups["name"].Value, row.Groups["kind"].Value, row.Groups["unit"].Value))
            .Order();

        Assert.Equal(
            Instruments()
                .Select(i => (i.Name, i.GetType().Name.StartsWith("Gauge", StringComparison.Ordinal) ? "gauge" : "counter", i.Unit!))
                .Order(),
            documented);
    }

    [Fact]
    public void Metrics_AllSayWhatTheyMean() =>
        Assert.All(Instruments(), i => Assert.EndsWith(".", i.Description, StringComparison.Ordinal));

    [Fact]
    public void Spans_AreThoseOfTheDocument()
    {
        var spans = typeof(Telemetry).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.Name.EndsWith("Span", StringComparison.Ordinal)).Select(field => (string)field.GetRawConstantValue()!);

        Assert.Equal(spans.Order(), SpanRow().Matches(Document).Select(row => row.Groups["name"].Value).Order());
    }

    private static List<Instrument> Instruments()
    {
        using var provider = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var factory = provider.GetRequiredService<IMeterFactory>();
        var found = new List<Instrument>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) => { if (ReferenceEquals(instrument.Meter.Scope, factory)) found.Add(instrument); },
        };
        listener.Start();
        using var metrics = new MonitorMetrics(factory);
        return found;
    }

    [GeneratedRegex(
        @"^\| `(?<name>slamonitor\.[\w.]+)` \| (?<kind>counter|gauge) \| `(?<unit>[^`]+)` \|",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex MetricRow();

    [GeneratedRegex(
        @"^\| `(?<name>[a-z ]+)` \| (internal|producer|consumer|client) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex SpanRow();
}
