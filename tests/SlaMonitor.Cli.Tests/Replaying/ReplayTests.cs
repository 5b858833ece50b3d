using System.Text.Json;

namespace SlaMonitor.Cli.Tests.Replaying;

/// <summary><c>sla replay</c> over the log of a real helpdesk, and over files that have something wrong in them.</summary>
public sealed class ReplayTests : IDisposable
{
    private const string Office = """
        agreement: helpdesk
        effectiveFrom: 2009-01-01
        timeZone: Europe/Rome
        calendars: { office: { week: { mon-fri: "09:00-18:00" } } }
        targets:
          - { id: response, metric: firstResponse, within: 240m, calendar: office }
          - { id: resolution, metric: resolution, within: 2400m, calendar: office }
        """;

    private static readonly string Log = Path.Combine(AppContext.BaseDirectory, "data", "helpdesk-log", "events.jsonl");

    private readonly CliFolder _folder = new();

    private string Out => _folder.At("out");

    public void Dispose() => _folder.Dispose();

    /// <summary>The sums are those of an independent program over the same log.</summary>
    [Fact]
    public void RealLog_ComesToWhatAnIndependentProgramSays()
    {
        var (outcome, text, errors) = Replay(Log);

        Assert.Equal((0, ""), (outcome, errors));
        Assert.StartsWith("10835 events, 2290 tickets, 4580 clocks as of 2014-01-03T13:20:58Z.", text, StringComparison.Ordinal);
        using var summary = JsonDocument.Parse(File.ReadAllText(Path.Combine(Out, "summary.json")));
        Assert.Equal(
            [("resolution", 1356, 932, 2, 422_715_313), ("response", 1126, 1164, 0, 254_997_362)],
            summary.RootElement.GetProperty("targets").EnumerateArray().Select(target => (
                target.GetProperty("target").GetString()!,
                target.GetProperty("met").GetInt32(),
                target.GetProperty("breached").GetInt32(),
                target.GetProperty("running").GetInt32() + target.GetProperty("paused").GetInt32(),
                target.GetProperty("elapsedSeconds").GetInt64())));
        var clocks = File.ReadAllLines(Path.Combine(Out, "clocks.csv"));
        Assert.Equal(4581, clocks.Length);
        Assert.StartsWith("ticket,target,cycle,state,elapsedSeconds,dueAt,", clocks[0], StringComparison.Ordinal);
        Assert.Contains(clocks, line => line.StartsWith("HD-0001,response,1,met,44,2012-10-10T09:50:17Z,", StringComparison.Ordinal));
        Assert.Contains("<html", File.ReadAllText(Path.Combine(Out, "report-helpdesk.html")), StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(Out));
    }

    /// <summary>In many parts and in another order, everything is the same to the byte.</summary>
    [Fact]
    public void AnyOrder_AndAnyNumberOfParts_ComeToTheSame()
    {
        var lines = File.ReadAllLines(Log);
        new Random(7).Shuffle(lines);
        var shuffled = _folder.Write("shuffled.jsonl", string.Join('\n', lines));

        Replay(Log);
        var expected = File.ReadAllText(Path.Combine(Out, "clocks.csv"));
        Replay(shuffled, "--memory", "16");

        Assert.Equal(expected, File.ReadAllText(Path.Combine(Out, "clocks.csv")));
    }

    /// <summary>In many parts and in another order, the mails are the same to the byte as well.</summary>
    [Fact]
    public void Mails_InAnyNumberOfParts_AreTheSame_AndCountedByPersonAndKind()
    {
        var helpdesk = Path.Combine(AppContext.BaseDirectory, "data", "agreements", "helpdesk-log.yaml");
        var (_, text, _) = CliFolder.Run("replay", "--agreement", helpdesk, "--events", Log, "--out", Out, "--json");
        var expected = File.ReadAllLines(Path.Combine(Out, "mails.csv"));
        CliFolder.Run("replay", "--agreement", helpdesk, "--events", Log, "--out", Out, "--memory", "16");

        Assert.Equal(expected, File.ReadAllLines(Path.Combine(Out, "mails.csv")));
        Assert.Equal("mail,at,to,kind,ticket,target,cycle,step,stepAt,because", expected[0]);
        Assert.Equal(
            "1,2010-01-14T16:35:00Z,support@example.com,warning,HD-4539,response,1,80%,2010-01-14T16:34:48Z,support", expected[1]);
        using var summary = JsonDocument.Parse(text);
        var mails = summary.RootElement.GetProperty("mails");
        Assert.Equal(expected[^1].Split(',')[0], mails.GetProperty("mails").GetRawText());
        Assert.Equal(mails.GetProperty("mails").GetInt64(), mails.GetProperty("people").GetProperty("support@example.com").GetInt64());
        Assert.Equal(expected.Count(line => line.Contains(",breach,", StringComparison.Ordinal)),
            mails.GetProperty("told").GetProperty("breach").GetInt32());
    }

    [Fact]
    public void NoMails_LeavesThemOut()
    {
        var (_, text, _) = Replay(Log, "--no-mails");

        Assert.False(File.Exists(Path.Combine(Out, "mails.csv")));
        Assert.DoesNotContain("mails", text, StringComparison.Ordinal);
    }

    [Fact]
    public void At_LeavesOutWhatHadNotHappened()
    {
        var (_, text, _) = Replay(Log, "--at", "2010-02-01T00:00:00Z", "--json");

        using var summary = JsonDocument.Parse(text);
        Assert.Equal("2010-02-01T00:00:00Z", summary.RootElement.GetProperty("asOf").GetString());
        Assert.InRange(summary.RootElement.GetProperty("tickets").GetInt32(), 1, 30);
    }

    [Fact]
    public void WrongLines_AreToldWithTheirPlaces_AndTheOthersCount()
    {
        var events = _folder.Write(
            "events.jsonl", string.Join('\n', File.ReadLines(Log).Take(2).Append("no event").Append("""{"subject":7}""")));

        var (outcome, text, errors) = Replay(events);

        Assert.Equal(1, outcome);
        Assert.Contains("events.jsonl:3:1: error: body: This is not JSON", errors, StringComparison.Ordinal);
        Assert.Contains("events.jsonl:4:1: error: event.specversion", errors, StringComparison.Ordinal);
        Assert.Contains("events.jsonl: error: 2 line(s) are no events; the results leave them out", errors, StringComparison.Ordinal);
        Assert.StartsWith("2 events, 1 tickets, 2 clocks", text, StringComparison.Ordinal);
    }

    /// <summary>Else every clock would run on to that time, and be broken.</summary>
    [Theory]
    [InlineData("2099")]
    [InlineData("1970")]
    public void LineOfATimeThatCannotBe_SaysNotWhenTheHistoryBeginsOrEnds(string year)
    {
        string[] real = [.. File.ReadLines(Log).Take(2)];
        var other = real[0].Replace("\"time\":\"2010", $"\"time\":\"{year}", StringComparison.Ordinal);

        var (outcome, text, _) = Replay(_folder.Write("events.jsonl", string.Join('\n', [.. real, other])));

        Assert.Equal(1, outcome);
        Assert.StartsWith("2 events, 1 tickets, 2 clocks as of 2010-01-14T09:11:02Z.", text, StringComparison.Ordinal);
        Assert.DoesNotContain(year, File.ReadAllText(Path.Combine(Out, "report-helpdesk.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_AreQuoted_AndNoFormula()
    {
        var line = File.ReadLines(Log).First().Replace("HD-4539\"", "=1,\\\"2\\\"\"", StringComparison.Ordinal);

        Replay(_folder.Write("events.jsonl", line));

        var clock = File.ReadLines(Path.Combine(Out, "clocks.csv")).Skip(1).First();
        Assert.StartsWith("\"'=1,\"\"2\"\"\",response,1,", clock, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingFile_IsSaid()
    {
        var (outcome, _, errors) = Replay(_folder.At("none.jsonl"));

        Assert.Equal(1, outcome);
        Assert.Contains("none.jsonl: error: the replay cannot be done: ", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("much")]
    public void MemoryThatIsTooLittle_OrNoNumber_IsUsage(string memory) => Assert.Equal(2, Replay(Log, "--memory", memory).Outcome);

    private (int Outcome, string Text, string Errors) Replay(string events, params string[] more) => CliFolder.Run(
        ["replay", "--agreement", _folder.Write("office.yaml", Office), "--events", events, "--out", Out, .. more]);
}
