using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SlaMonitor.Cli.Tests.Histories;

/// <summary>A history as a CSV: the same clocks as the events that it states, and each mistake with its place.</summary>
public sealed class CsvTests : IDisposable
{
    private static readonly string Log = Path.Combine(AppContext.BaseDirectory, "data", "helpdesk-log", "events.jsonl");
    private static readonly string Examples = Path.Combine(AppContext.BaseDirectory, "docs", "examples", "histories");

    private readonly HistoryRun _run = new();

    public void Dispose() => _run.Dispose();

    /// <summary>The log of the real helpdesk, with times as a spreadsheet in Rome writes them, but for their offset.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void RealLog_AsCsv_HasTheClocksOfItsEvents(bool hasIds)
    {
        _run.Replay("--events", Log, "--no-mails");
        var expected = File.ReadAllText(Path.Combine(_run.Out, "clocks.csv"));
        var csv = new StringBuilder("Case;When;What;State;Severity;Who;Visible;Agent").Append(hasIds ? ";Id\n" : "\n");
        var rome = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");
        foreach (var line in File.ReadLines(Log))
        {
            using var document = JsonDocument.Parse(line);
            var one = document.RootElement;
            var data = one.GetProperty("data");
            var time = TimeZoneInfo.ConvertTime(one.GetProperty("time").GetDateTimeOffset(), rome);
            string?[] cells =
            [
                one.GetProperty("subject").GetString(), time.ToString("dd.MM.yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture),
                one.GetProperty("type").GetString(), Of("status"), Of("priority"), Of("by"), Of("public"), Of("agent"),
                .. hasIds ? (string?[])[one.GetProperty("id").GetString()] : [],
            ];
            csv.AppendJoin(';', cells.Select(cell => $"\"{cell}\"")).Append('\n');

            string? Of(string name) => data.TryGetProperty(name, out var value) ? value.ToString() : null;
        }

        var mapping = _run.Folder.Write("mapping.yaml", $$"""
            timeFormat: dd.MM.yyyy HH:mm:ss o<m>
            columns: { ticket: Case, time: When, type: What, status: State, priority: Severity, by: Who, public: Visible,
              agent: Agent{{(hasIds ? ", id: Id" : "")}} }
            """);
        var (outcome, text, errors) = _run.Replay(
            "--events", _run.Folder.Write("log.csv", csv.ToString()), "--mapping", mapping, "--no-mails");

        Assert.Equal((0, ""), (outcome, errors));
        Assert.StartsWith("Read as csv: 10835 rows, 10835 events.\n10835 events, 2290 tickets,", Plain(text), StringComparison.Ordinal);
        Assert.Equal(expected, File.ReadAllText(Path.Combine(_run.Out, "clocks.csv")));
    }

    /// <summary>The mappings of the documentation.</summary>
    [Fact]
    public void ExampleOfEvents_IsReadAsTheDocumentationSays()
    {
        var (outcome, _, errors) = Example("events");

        Assert.Equal((0, ""), (outcome, errors));
        Assert.Contains("A-1,response,1,met,1800", _run.Short());
        Assert.Contains("A-1,urgent,1,breached,18900", _run.Short());
        Assert.Contains("A-2,response,1,breached,16200", _run.Short());
        Assert.Contains("A-2,urgent,1,breached,144000", _run.Short());
        Assert.Equal(["1 × a row of the type 'Viewed', which the mapping ignores"], _run.LeftOut);
    }

    [Fact]
    public void Documentation_ShowsTheMappingOfTheExample() => Assert.Contains(
        File.ReadAllText(Path.Combine(Examples, "events.yaml")).ReplaceLineEndings("\n"),
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "command-line.md")).ReplaceLineEndings("\n"),
        StringComparison.Ordinal);

    [Fact]
    public void ExampleOfTickets_BecomesTheEventsThatItStates()
    {
        var (outcome, _, errors) = Example("tickets");

        Assert.Equal((0, ""), (outcome, errors));
        Assert.Contains("INC1,response,1,met,1800", _run.Short());
        Assert.Contains("INC1,resolution,1,met,14400", _run.Short());
        Assert.Contains("INC2,response,1,breached,16200", _run.Short());
        Assert.Equal(
            [
                "3 × a ticket by its times alone: its pauses, reopenings and later replies are not known",
                "1 × the status 'On Hold' of a ticket, since when it has it is not known",
            ],
            _run.LeftOut);
        Assert.Equal(8, (int)_run.Summary["read"]!["events"]!);
    }

    [Fact]
    public void Mistakes_EachHaveTheirPlaceAndWhatWouldBeRight_AndNothingElseIsLost()
    {
        var csv = _run.Folder.Write("bad.csv", string.Join('\n', (string[])
        [
            "Case ID;Timestamp;Activity;State;Severity;Account;Summary;Agent;Tier",
            "A-1;04/05/2026 09:00:00;Opened;;P3;acme;\"two\nlines\";;gold",
            "A-2;2026-05-04 09:00;Opened;;P3;acme;;;",
            "A-3;04/05/2026 09:00:00;Opend;;P3;acme;;;",
            ";04/05/2026 09:00:00;Opened;;P3;acme;;;",
            "A-5;04/05/2036 09:00:00;Opened;;P3;acme;;;",
            "A-6;04/05/2026 09:00:00;Opened;Parked;P9;acme;;;",
            "A-7;04/05/2026 09:00:00;Opened;;P3;acme",
            "A-8;;Opened;;P3;acme;;;",
            "A-9;04/05/2026 09:00:00;Ope\"ned\";;P3;acme;;;",
            "\"A-\n10\";04/05/2026 09:00:00;Opened;;Q;acme;;;",
            ";;;;;;;;",
            "A-1;04/05/2026 09:30:00;Answered;;;;;anna;",
        ]));

        var (outcome, _, errors) = _run.Replay("--events", csv, "--mapping", Path.Combine(Examples, "events.yaml"));

        Assert.Equal(1, outcome);
        Golden.Compare("csv-mistakes.txt", errors.Replace(csv, "bad.csv", StringComparison.Ordinal));
        Assert.Contains("A-1,response,1,met,1800", _run.Short());
        Assert.All(_run.Short(), line => Assert.StartsWith("A-1,", line, StringComparison.Ordinal));
        Assert.Equal(["1 × an empty row"], _run.LeftOut);
        Assert.Equal(12, (int)_run.Summary["read"]!["items"]!);
    }

    [Theory]
    [InlineData("unknown-key", "colums: { ticket: Case }")]
    [InlineData("no-columns", "rows: tickets")]
    [InlineData("no-time", "columns: { ticket: Case ID }")]
    [InlineData("not-these-rows", "columns: { ticket: Case ID, time: Timestamp, resolved: Agent }")]
    [InlineData("no-such-column", "columns: { ticket: Case Id, time: Timestmp, status: Estado }")]
    [InlineData("unknown-word", "columns: { ticket: Case ID, time: Timestamp }\nstatuses: { Parked: paused }\ntypes: { Opened: opened }")]
    [InlineData("no-time-format", "columns: { ticket: Case ID, time: Timestamp }\ntimeFormat: sometimes")]
    [InlineData("of-an-export", "columns: { ticket: Case ID, time: Timestamp }\nconnection: acme")]
    [InlineData("no-zone", "columns: { ticket: Case ID, time: Timestamp }\ntimeZone: Europe/Rom")]
    [InlineData("nothing", "# nothing")]
    public void MistakesOfAMapping_HaveTheirPlaces(string name, string text)
    {
        var mapping = _run.Folder.Write("mapping.yaml", text);

        var (outcome, _, errors) = _run.Replay("--events", Path.Combine(Examples, "events.csv"), "--mapping", mapping);

        Assert.Equal(1, outcome);
        Golden.Compare($"mapping-{name}.txt", errors.Replace(mapping, "mapping.yaml", StringComparison.Ordinal));
    }

    [Fact]
    public void CsvWithoutMapping_SaysThatItNeedsOne()
    {
        var (outcome, _, errors) = _run.Replay("--events", Path.Combine(Examples, "events.csv"));

        Assert.Equal(1, outcome);
        Assert.Contains("events.csv: error: a CSV needs --mapping FILE", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void CellThatIsNotUtf8_IsSaidWithItsPlace_AndTheOtherRowsCount()
    {
        var path = _run.Folder.At("tickets.csv");
        var rows = File.ReadAllBytes(Path.Combine(Examples, "tickets.csv"));
        File.WriteAllBytes(path, [.. rows, .. "INC4,2026-05-04 09:00:00,,,,,,M"u8, 0xFC, .. "ller,,\n"u8]);

        var (outcome, _, errors) = _run.Replay("--events", path, "--mapping", Path.Combine(Examples, "tickets.yaml"));

        Assert.Equal(1, outcome);
        Assert.StartsWith(
            $"{path}:5:31: error: this is not UTF-8; save the file as CSV UTF-8\n", errors.ReplaceLineEndings("\n"),
            StringComparison.Ordinal);
        Assert.Contains("INC1,response,1,met,1800", _run.Short());
    }

    [Fact]
    public void QuoteThatIsNotClosed_DoesNotTakeTheRestInSilence()
    {
        var rows = File.ReadAllText(Path.Combine(Examples, "tickets.csv"));
        var path = _run.Folder.Write("tickets.csv", rows + "INC4,\"" + new string('x', 1 << 21));

        var (outcome, _, errors) = _run.Replay("--events", path, "--mapping", Path.Combine(Examples, "tickets.yaml"));

        Assert.Equal(1, outcome);
        Assert.Contains("a quote is not closed; the rest of the file is left out", errors, StringComparison.Ordinal);
        Assert.Contains("INC1,response,1,met,1800", _run.Short());
    }

    [Fact]
    public void Tune_AndExplain_ReadThemToo()
    {
        string[] history = ["--events", Path.Combine(Examples, "events.csv"), "--mapping", Path.Combine(Examples, "events.yaml")];
        _run.Replay(history);
        var agreement = _run.Folder.At("agreement.yaml");

        var tuned = CliFolder.Run(["tune", "--agreement", agreement, .. history, "--json"]);
        var explained = CliFolder.Run(
            ["explain", "--agreement", agreement, .. history, "--ticket", "A-1", "--at", "2026-05-04T12:00:00Z", "--json"]);

        Assert.Equal((0, ""), (tuned.Outcome, tuned.Errors));
        Assert.Equal(9, (int)JsonNode.Parse(tuned.Text)!["read"]!["items"]!);
        Assert.Equal((0, ""), (explained.Outcome, explained.Errors));
        Assert.Contains("response", explained.Text, StringComparison.Ordinal);
    }

    private (int Outcome, string Text, string Errors) Example(string name) => _run.Replay(
        "--events", Path.Combine(Examples, $"{name}.csv"), "--mapping", Path.Combine(Examples, $"{name}.yaml"),
        "--at", "2026-05-06T00:00:00Z");

    private static string Plain(string text) => text.ReplaceLineEndings("\n");
}
