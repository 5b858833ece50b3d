using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Moq;
using SlaMonitor.Functions.Observability;
using SlaMonitor.Functions.Tests.Harness;
using SlaMonitor.Monitoring.Ports;
using YamlDotNet.RepresentationModel;

namespace SlaMonitor.Functions.Tests.Observability;

/// <summary>What a Prometheus reads, and the dashboard and the alert rules that are made for it.</summary>
public sealed partial class PrometheusTests
{
    [Fact]
    public async Task Metrics_SayWhatWasCounted_AndHowThingsStand()
    {
        await using var monitor = await BoardDesk.OpenAsync();
        await BoardDesk.CustomerOpensAsync(monitor, "HD-1", "urgent", "First");
        await BoardDesk.CustomerOpensAsync(monitor, "HD-2", "urgent", "Second");
        await monitor.AdvanceToAsync("2026-03-02T10:30:00+08:00");

        var text = await TextAsync(monitor);

        Assert.Contains("\nslamonitor_events_accepted_total 2\n", text, StringComparison.Ordinal);
        Assert.Contains("slamonitor_evaluation_runs_total{slamonitor_outcome=\"ok\"} ", text, StringComparison.Ordinal);
        Assert.Contains(
            "\nslamonitor_open_promises{agreement=\"standard-support\",target=\"urgent-response\",state=\"breached\"} 2\n",
            text, StringComparison.Ordinal);
        Assert.Contains("\nslamonitor_open_promises_all 1\n", text, StringComparison.Ordinal);
        Assert.Contains("# TYPE slamonitor_evaluation_lag_seconds gauge\n", text, StringComparison.Ordinal);
        Assert.Matches("\nslamonitor_health_worst [012]\n", text);
    }

    /// <summary>Each line is a comment or a sample, each metric is announced once, and its samples stand behind that.</summary>
    [Fact]
    public async Task Metrics_AreInTheTextFormat()
    {
        await using var monitor = await BoardDesk.OpenAsync();
        await BoardDesk.CustomerOpensAsync(monitor, "HD-1", "urgent", "First");
        using var answer = await monitor.Http.GetAsync("/api/metrics");
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        var announced = new List<string>();
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith("# HELP ", StringComparison.Ordinal)) announced.Add(line.Split(' ')[2]);
            else if (line.StartsWith("# TYPE ", StringComparison.Ordinal)) Assert.Equal(announced[^1], line.Split(' ')[2]);
            else Assert.Equal(announced[^1], Sample().Match(line).Groups["name"].Value);
        }

        Assert.Equal(announced.Distinct(), announced);
    }

    [Fact]
    public void Label_WithWhateverIsInIt_IsEscaped()
    {
        var text = new PrometheusText();

        text.Add("a", [new("slamonitor.reason", "say \"no\"\\\nnow")], 1.5);

        Assert.Equal("a{slamonitor_reason=\"say \\\"no\\\"\\\\\\nnow\"} 1.5\n", text.ToString());
    }

    [Fact]
    public async Task Metrics_WhileTheStoreIsAway_SayNoNumberOfPromises_AndThatTheMonitorIsUnwell()
    {
        var shelves = new Mock<IPromiseShelves>();
        shelves.Setup(s => s.ReadUncertainAsync(It.IsAny<int>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new StoreUnavailableException(StoreAway.Message, new TimeoutException()));
        await using var monitor = await TestMonitor.StartAsync(services =>
        {
            services.Replace(ServiceDescriptor.Singleton(StoreAway.Create()));
            services.Replace(ServiceDescriptor.Singleton(shelves.Object));
        });

        var text = await TextAsync(monitor);

        Assert.DoesNotContain("\nslamonitor_open_promises{", text, StringComparison.Ordinal);
        Assert.Contains("\nslamonitor_health_worst 2\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_WantTheFunctionKey()
    {
        await using var monitor = await BoardDesk.OpenAsync(BoardDesk.WithKeys);

        using var refused = await monitor.Http.GetAsync("/api/metrics");
        using var answered = await monitor.Http.GetAsync("/api/metrics?code=the-function-key");

        Assert.Equal((401, 200), ((int)refused.StatusCode, (int)answered.StatusCode));
    }

    [Fact]
    public async Task Dashboard_AsksForMetricsThatThereAre()
    {
        var dashboard = JsonNode.Parse(File.ReadAllText(WorkerApi.Repository.File("docs/grafana/slamonitor.json")))!;
        var panels = dashboard["panels"]!.AsArray();

        Assert.Equal(panels.Count, panels.Select(panel => (int)panel!["id"]!).Distinct().Count());
        Assert.All(panels, panel => Assert.NotEmpty((string)panel!["description"]!));
        await HoldAsync(panels.SelectMany(panel => panel!["targets"]!.AsArray()).Select(target => (string)target!["expr"]!));
    }

    [Fact]
    public async Task AlertRules_AskForMetricsThatThereAre()
    {
        var yaml = new YamlStream();
        using (var reader = File.OpenText(WorkerApi.Repository.File("docs/grafana/alerts.yaml"))) yaml.Load(reader);
        var groups = (YamlSequenceNode)yaml.Documents[0].RootNode["groups"];
        var rules = groups.SelectMany(group => (YamlSequenceNode)group["rules"]).ToList();

        Assert.All(rules, rule => Assert.NotEmpty((string)rule["annotations"]["description"]!));
        Assert.Equal(rules.Count, rules.Select(rule => (string)rule["alert"]!).Distinct().Count());
        await HoldAsync(rules.Select(rule => (string)rule["expr"]!));
    }

    /// <summary>What is asked for is said by the running program, and what that says is in the manual.</summary>
    private static async Task HoldAsync(IEnumerable<string> expressions)
    {
        await using var monitor = await BoardDesk.OpenAsync();
        var said = Announced().Matches(await TextAsync(monitor)).Select(match => match.Groups["name"].Value).ToHashSet();
        var asked = expressions.SelectMany(expression => Named().Matches(expression).Select(match => match.Value)).ToHashSet();

        Assert.NotEmpty(asked);
        Assert.Subset(said, asked);
        var manual = File.ReadAllText(WorkerApi.Repository.File("docs/observability.md"));
        Assert.All(said, name => Assert.True(
            manual.Replace('.', '_').Contains($"`{Suffix().Replace(name, string.Empty)}`", StringComparison.Ordinal),
            $"docs/observability.md does not say what {name} means."));
    }

    private static async Task<string> TextAsync(TestMonitor monitor)
    {
        using var answer = await monitor.Http.GetAsync("/api/metrics");
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return text;
    }

    [GeneratedRegex(
        """^(?<name>[a-z_]+)(\{[a-zA-Z_]+="([^"\\]|\\.)*"(,[a-zA-Z_]+="([^"\\]|\\.)*")*\})? -?[0-9.E+-]+$""",
        RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Sample();

    [GeneratedRegex("^# TYPE (?<name>[a-z_]+) ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Announced();

    [GeneratedRegex("(_total|_seconds)$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Suffix();

    /// <summary>A metric of ours, and not one of its labels.</summary>
    [GeneratedRegex("slamonitor_(?!outcome|reason|kind)[a-z_]+", RegexOptions.None, 1_000)]
    private static partial Regex Named();
}
