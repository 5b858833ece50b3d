using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime.Testing;
using SlaMonitor.Agreements;
using SlaMonitor.Cli.Tests.Replaying;
using SlaMonitor.CloudEvents.Files;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Cli.Tests.Tuning;

/// <summary><c>sla tune</c>: the smallest budget that a history would have kept.</summary>
public sealed class TuneTests : IDisposable
{
    private const int Longest = 1600;

    private static readonly string[] Metrics = ["firstResponse", "nextResponse", "update", "resolution"];
    private static readonly decimal[] Wanted = [30, 50, 80, 95, 99, 100];
    private static readonly string Log = Path.Combine(AppContext.BaseDirectory, "data", "helpdesk-log", "events.jsonl");

    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Held against a reference that works out every ticket under every budget there is.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void GeneratedHistory_EveryBudget_IsTheSmallestThatTheHistoryKeeps(int seed)
    {
        var lines = GeneratedHistory.Of(seed);
        using var tuned = Tune(_folder.Write("events.jsonl", string.Join('\n', lines)), Agreement(60), [.. Wanted]);
        var expected = Metrics.ToDictionary(metric => metric, _ => new long?[Wanted.Length], StringComparer.Ordinal);
        var (logs, asOf) = Read(lines);
        for (var budget = 1; budget <= Longest; budget++)
        {
            foreach (var (metric, met, decided) in Replay(logs, budget, asOf))
            {
                for (var i = 0; i < Wanted.Length; i++)
                {
                    if (met > 0 && met * 100m >= Wanted[i] * decided) expected[metric][i] ??= budget * 60;
                }
            }
        }

        foreach (var target in tuned.RootElement.GetProperty("targets").EnumerateArray())
        {
            var metric = target.GetProperty("metric").GetString()!;
            var smallest = target.GetProperty("smallest").EnumerateArray().Select(one => one.GetProperty("budgetSeconds"))
                .Select(seconds => seconds.ValueKind == JsonValueKind.Null ? null : (long?)seconds.GetInt64());
            Assert.Equal((metric, string.Join(' ', expected[metric])), (metric, string.Join(' ', smallest)));
        }

        Assert.True(expected.Values.Count(smallest => smallest[0] is not null) >= 3);
    }

    /// <summary>Under the budgets that there are, it comes to what a replay does.</summary>
    [Fact]
    public void RealLog_BudgetsThatItFinds_AreKeptByAReplay_AndAMinuteLessIsNot()
    {
        var agreement = Office("240m", "2400m");
        using var tuned = Tune(Log, agreement, 75, 95);
        var targets = tuned.RootElement.GetProperty("targets").EnumerateArray()
            .ToDictionary(target => target.GetProperty("target").GetString()!, StringComparer.Ordinal);
        Assert.Equal((1126, 1164), Counts(targets["response"]));
        Assert.Equal((1356, 932), Counts(targets["resolution"]));

        foreach (var (i, percent) in ((int, decimal)[])[(0, 75), (1, 95)])
        {
            var (response, resolution) = (Minutes(targets["response"], i), Minutes(targets["resolution"], i));
            Assert.All(Attainments(response, resolution), share => Assert.True(share >= percent, $"{share} < {percent}"));
            Assert.All(Attainments(response - 1, resolution - 1), share => Assert.True(share < percent, $"{share} >= {percent}"));
        }
    }

    [Fact]
    public void Terminal_ShowsBudgetsAsAnAgreementWritesThem()
    {
        var (outcome, text, errors) = CliFolder.Run("tune", "--agreement", Office("4h", "40h"), "--events", Log);

        Assert.Equal((0, ""), (outcome, errors));
        Assert.Matches(@"agreement\s+target\s+promise\s+decided\s+budget\s+kept\s+95 %\s+99 %", text);
        Assert.Matches(@"helpdesk\s+response\s+firstResponse\s+2290\s+4h\s+49\.1\d%\s+\d+h\d*m?\s+\d+h", text);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("101")]
    [InlineData("much")]
    public void ShareThatCannotBe_IsUsage(string share) => Assert.Equal(
        2, CliFolder.Run("tune", "--agreement", Office("4h", "40h"), "--events", Log, "--attainment", share).Outcome);

    [Fact]
    public void WrongLines_AreToldWithTheirPlaces()
    {
        var events = _folder.Write("events.jsonl", File.ReadLines(Log).First() + "\nno event\n");
        var (outcome, _, errors) = CliFolder.Run("tune", "--agreement", Office("4h", "40h"), "--events", events);

        Assert.Equal(1, outcome);
        Assert.Contains("events.jsonl:2:1: error: body: This is not JSON", errors, StringComparison.Ordinal);
    }

    private static (int Met, int Breached) Counts(JsonElement target) =>
        (target.GetProperty("met").GetInt32(), target.GetProperty("breached").GetInt32());

    private static long Minutes(JsonElement target, int wanted) =>
        target.GetProperty("smallest")[wanted].GetProperty("budgetSeconds").GetInt64() / 60;

    private static string Agreement(int minutes) => $$"""
        agreement: office
        effectiveFrom: 2020-01-01
        timeZone: Europe/Berlin
        calendars: { office: { week: { mon-fri: ["09:00-12:00", "13:00-18:00"] } } }
        targets:
          - { id: first,      metric: firstResponse, within: {{minutes}}m, calendar: office }
          - { id: next,       metric: nextResponse,  within: {{minutes}}m, calendar: office }
          - { id: update,     metric: update,        within: {{minutes}}m, calendar: office }
          - { id: resolution, metric: resolution,    within: {{minutes}}m, calendar: office }
        contacts: { lead: { email: lead@example.com } }
        fallbackContact: lead
        """;

    private static (IReadOnlyList<TicketEvent[]> Logs, Instant AsOf) Read(IReadOnlyList<string> lines)
    {
        var reader = new EventLineReader(new FakeClock(Instant.FromUtc(2026, 6, 1, 0, 0)));
        TicketEvent[] events = [.. lines.Select((line, i) => reader.Read(i + 1, Encoding.UTF8.GetBytes(line)).Event!)];
        return ([.. events.GroupBy(e => e.TicketId, StringComparer.Ordinal).Select(log => log.ToArray())], events.Max(e => e.Time));
    }

    private static IEnumerable<(string Metric, int Met, int Decided)> Replay(
        IReadOnlyList<TicketEvent[]> logs, int minutes, Instant asOf)
    {
        var book = AgreementLoader.Load([new AgreementText("a.yaml", Encoding.UTF8.GetBytes(Agreement(minutes)))]).Book!;
        return logs.SelectMany(log => TicketAssessment.Of(log, [], book, asOf)?.Clocks ?? [])
            .GroupBy(clock => clock.Target.Metric.Name, clock => clock.StateAt(asOf), StringComparer.Ordinal)
            .Select(ofMetric => (
                ofMetric.Key, ofMetric.Count(state => state == ClockState.Met),
                ofMetric.Count(state => state is ClockState.Met or ClockState.Breached)));
    }

    private JsonDocument Tune(string events, string agreement, params decimal[] wanted)
    {
        if (!File.Exists(agreement)) agreement = _folder.Write("tuned.yaml", agreement);
        var (outcome, text, errors) = CliFolder.Run(
            [
                "tune", "--agreement", agreement, "--events", events, "--json", "--attainment",
                .. wanted.Select(percent => percent.ToString(CultureInfo.InvariantCulture)),
            ]);
        Assert.Equal((0, ""), (outcome, errors));
        return JsonDocument.Parse(text);
    }

    private IEnumerable<decimal> Attainments(long response, long resolution)
    {
        var (_, text, _) = CliFolder.Run(
            "replay", "--agreement", Office($"{response}m", $"{resolution}m"), "--events", Log, "--out", _folder.At("out"), "--json",
            "--no-mails");
        using var summary = JsonDocument.Parse(text);
        return [.. summary.RootElement.GetProperty("targets").EnumerateArray()
            .Select(target => target.GetProperty("attainment").GetDecimal() * 100)];
    }

    private string Office(string response, string resolution) => _folder.Write("office.yaml", $$"""
        agreement: helpdesk
        effectiveFrom: 2009-01-01
        timeZone: Europe/Rome
        calendars: { office: { week: { mon-fri: "09:00-18:00" } } }
        targets:
          - { id: response, metric: firstResponse, within: {{response}}, calendar: office }
          - { id: resolution, metric: resolution, within: {{resolution}}, calendar: office }
        """);
}
