using System.Text.Json.Nodes;

namespace SlaMonitor.Cli.Tests.Histories;

/// <summary>Replays of histories that are not in the form of events.</summary>
internal sealed class HistoryRun : IDisposable
{
    private const string Promises = """
        agreement: helpdesk
        effectiveFrom: 2009-01-01
        timeZone: UTC
        calendars: { always: 24x7 }
        targets:
          - { id: response, metric: firstResponse, within: 1h, calendar: always }
          - { id: answer, metric: nextResponse, within: 1h, calendar: always }
          - { id: update, metric: update, within: 2h, calendar: always }
          - { id: urgent, metric: resolution, within: 2h, calendar: always, when: { priority: [high, urgent] } }
          - { id: resolution, metric: resolution, within: 4h, calendar: always }
        """;

    public CliFolder Folder { get; } = new();

    public string Out => Folder.At("out");

    public JsonNode Summary => JsonNode.Parse(File.ReadAllText(Path.Combine(Out, "summary.json")))!;

    /// <summary>What was left out, and how often.</summary>
    public IEnumerable<string> LeftOut =>
        Summary["read"]!["leftOut"]!.AsArray().Select(one => $"{one!["count"]} × {one["reason"]}");

    public IReadOnlyList<string> Clocks => File.ReadAllLines(Path.Combine(Out, "clocks.csv"));

    public void Dispose() => Folder.Dispose();

    public (int Outcome, string Text, string Errors) Replay(params string[] args) =>
        CliFolder.Run(["replay", "--agreement", Folder.Write("agreement.yaml", Promises), "--out", Out, .. args]);

    /// <summary>The beginning of a clock's line: ticket, target, cycle, state and seconds.</summary>
    public IEnumerable<string> Short() => Clocks.Skip(1).Select(line => string.Join(',', line.Split(',').Take(5)));
}
