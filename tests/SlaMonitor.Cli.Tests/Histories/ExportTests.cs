using System.Buffers;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime.Testing;
using SlaMonitor.CloudEvents.Files;
using SlaMonitor.Monitoring.Observability;
using SlaMonitor.Webhooks;
using SlaMonitor.Webhooks.Connections;
using SlaMonitor.Webhooks.Intake;
using SlaMonitor.Webhooks.Reading;

namespace SlaMonitor.Cli.Tests.Histories;

/// <summary>
/// The exports of helpdesks. The samples follow the vendors' documentation of their APIs; beside each export is the same story as the
/// webhooks would have told it.
/// </summary>
public sealed class ExportTests : IDisposable
{
    private static readonly string Data = Path.Combine(AppContext.BaseDirectory, "data", "exports");

    private readonly HistoryRun _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("zendesk", "zendesk:5158", "audits.json", "users.json")]
    [InlineData("zendesk", "zendesk:5158", "audits.json")]
    [InlineData("zendesk", "zendesk:5158", "ticket_events.jsonl", "users.json")]
    [InlineData("zendesk", "zendesk:5158", "ticket_events.jsonl")]
    [InlineData("jira", "jira:10000", "search.json")]
    [InlineData("github", "github:acme.support-42", "issues.json", "events.json", "comments.json")]
    [InlineData("github", "github:acme.support-42", "comments.json", "events.json")]
    [InlineData("github", "github:acme.support-42", "timeline.json")]
    [InlineData("github", "github:acme.support-42", "joined.jsonl")]
    public void Story_ByExport_HasTheClocksThatItHasByWebhooks(string kind, string ticket, params string[] files)
    {
        _run.Replay("--events", Told(kind), "--no-mails", "--at", "2026-05-05T00:00:00Z");
        var expected = Of(ticket);
        var (outcome, text, errors) = _run.Replay(["--no-mails", "--at", "2026-05-05T00:00:00Z", "--events", .. Paths(kind, files)]);

        Assert.Equal((0, ""), (outcome, errors));
        Assert.StartsWith($"Read as {kind}: ", text, StringComparison.Ordinal);
        Assert.Equal(expected, Of(ticket));
        Assert.Contains(expected, line => line.StartsWith($"{ticket},response,1,met,900,", StringComparison.Ordinal));
        Assert.True(expected.Count > 6, $"only {expected.Count} clocks");
        Assert.DoesNotContain(_run.LeftOut, line => line.Contains("nothing says whether", StringComparison.Ordinal));
    }

    /// <summary>The history is what it looks like; where it looks like nothing, it is taken for events, and complained of.</summary>
    [Fact]
    public void Format_MayBeSaid_AndAWrongOneSaysWhatItFinds()
    {
        var (outcome, text, _) = _run.Replay("--events", Path.Combine(Data, "jira", "search.json"), "--format", "zendesk", "--no-mails");

        Assert.Equal(0, outcome);
        Assert.StartsWith("Read as zendesk: 1 items, 0 events.", text, StringComparison.Ordinal);
        Assert.Equal(["1 × an item is none of those that the export is known to have"], _run.LeftOut);
    }

    [Fact]
    public void ZendeskTickets_WithoutAudits_BecomeWhatTheirTimesState()
    {
        var (outcome, _, errors) = _run.Replay(
            ["--no-mails", "--at", "2026-05-05T00:00:00Z", "--events", .. Paths("zendesk", ["tickets.json"])]);

        Assert.Equal((0, ""), (outcome, errors));
        Assert.Contains("zendesk:6001,response,1,met,1800", _run.Short());
        Assert.Contains("zendesk:6001,resolution,1,met,7200", _run.Short());
        Assert.Contains("zendesk:6002,resolution,1,paused,2400", _run.Short());
        Assert.DoesNotContain(_run.Short(), line => line.StartsWith("zendesk:6003,", StringComparison.Ordinal)
            && !line.Contains(",cancelled,", StringComparison.Ordinal) && !line.Contains(",breached,", StringComparison.Ordinal));
        Assert.Contains("zendesk:6004,urgent,1,breached,25200", _run.Short());
        Golden.Compare("zendesk-tickets.txt", string.Join('\n', _run.LeftOut));
    }

    [Fact]
    public void Jira_SaysWhatItsExportDoesNotSay()
    {
        _run.Replay(["--no-mails", "--events", .. Paths("jira", ["search.json"])]);

        Golden.Compare("jira.txt", string.Join('\n', _run.LeftOut));
    }

    [Fact]
    public void GitHub_SaysWhatItsExportDoesNotSay()
    {
        string[] files = Paths("github", ["issues.json", "events.json", "comments.json"]);
        _run.Replay(["--no-mails", "--at", "2026-05-05T00:00:00Z", "--events", .. files]);

        Golden.Compare("github.txt", string.Join('\n', _run.LeftOut));
        Assert.Contains("github:acme.support-7,resolution,1,met,3600", _run.Short());
        Assert.DoesNotContain(_run.Short(), line => line.Contains("support-43", StringComparison.Ordinal));
    }

    /// <summary>The mapping says what a connection's settings say: the ids, statuses and people are those of its webhooks.</summary>
    [Fact]
    public void Mapping_SaysWhatTheWordsMean()
    {
        var mapping = Path.Combine(AppContext.BaseDirectory, "docs", "examples", "histories", "zendesk.yaml");
        var (outcome, _, errors) = _run.Replay(
            ["--no-mails", "--mapping", mapping, "--events", .. Paths("zendesk", ["audits.json"])]);

        Assert.Equal((0, ""), (outcome, errors));
        Assert.All(_run.Short(), line => Assert.StartsWith("support:5158,", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Mistakes_HaveTheirPlaces_AndTheOthersCount()
    {
        var file = _run.Folder.Write("audits.json", """
            {"audits":[
              {"id":1,"ticket_id":7,"created_at":"2026-05-04T09:00:00Z","author_id":1,
               "events":[{"type":"Create","field_name":"status","value":"new"}]},
              {"id":2,"ticket_id":7,"author_id":2,
               "events":[{"type":"Change","field_name":"status","value":"solved","previous_value":"new"}]},
              {"id":3,"ticket_id":7,"created_at":"2036-05-04T09:00:00Z",
               "events":[{"type":"Change","field_name":"status","value":"open"}]}]}
            {"audits":[{"id":4,"ticket_id":7,"created_at":"2026-05-04T10:00:00Z",
              "events":[{"type":"Comment","author_id":5,"public":true}]}]}
            {"audits":[{"id":5,
            """);
        var (outcome, text, errors) = _run.Replay("--no-mails", "--format", "zendesk", "--events", file);

        Assert.Equal(1, outcome);
        Golden.Compare("export-mistakes.txt", (errors + text.Split("\n2 ")[0]).Replace(file, "audits.json", StringComparison.Ordinal));
    }

    /// <summary>An export that is told twice, by overlapping pages, counts once.</summary>
    [Fact]
    public void OverlappingPages_CountOnce()
    {
        string[] once = Paths("zendesk", ["audits.json", "users.json"]);
        _run.Replay(["--no-mails", "--at", "2026-05-05T00:00:00Z", "--events", .. once]);
        var expected = _run.Clocks;
        _run.Replay(["--no-mails", "--at", "2026-05-05T00:00:00Z", "--events", .. once, once[0]]);

        Assert.Equal(expected, _run.Clocks);
    }

    private static string[] Paths(string kind, string[] files) => [.. files.Select(file => Path.Combine(Data, kind, file))];

    private List<string> Of(string ticket) =>
        [.. _run.Clocks.Where(line => line.StartsWith(ticket + ",", StringComparison.Ordinal))];

    /// <summary>What the webhooks of a story come to, as a file of events.</summary>
    private string Told(string kind)
    {
        var settings = new ConnectionOptions { Kind = kind, Secret = "a long enough secret" };
        var options = new WebhookOptions { Connections = { [kind] = settings } };
        var connection = new ConnectionBook(Options.Create(options), Helpdesks.All).Find(kind)!;
        using var metrics = new MonitorMetrics();
        var reader = new WebhookReader(
            new FakeClock(Instant.FromUtc(2026, 6, 1, 0, 0)), new WebhookCounts(), metrics, NullLogger<WebhookReader>.Instance);
        var lines = new ArrayBufferWriter<byte>();
        foreach (var body in File.ReadLines(Path.Combine(Data, kind, "webhooks.jsonl")))
        {
            var request = new WebhookRequest("application/json", new Dictionary<string, string>(), Encoding.UTF8.GetBytes(body));
            var told = reader.Try(connection, request).Translation!;
            Assert.Empty(told.Problems);
            foreach (var happened in told.Events)
            {
                EventLineWriter.Write(happened, lines);
                lines.Write("\n"u8);
            }
        }

        return _run.Folder.Write("told.jsonl", Encoding.UTF8.GetString(lines.WrittenSpan));
    }
}
