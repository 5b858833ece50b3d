using System.Text.Json;

namespace SlaMonitor.Cli.Tests.Replaying;

/// <summary><c>sla replay --against</c>: the same history under two agreements.</summary>
public sealed class AgainstTests : IDisposable
{
    private const string Old = """
        agreement: helpdesk
        title: "Helpdesk & Söhne"
        effectiveFrom: 2009-01-01
        timeZone: Europe/Rome
        calendars: { office: { week: { mon-fri: "09:00-18:00" } } }
        targets:
          - { id: response, metric: firstResponse, within: 240m, calendar: office }
          - { id: resolution, metric: resolution, within: 2400m, calendar: office }
        contacts: { desk: { email: desk@example.com }, lead: { email: lead@example.com } }
        fallbackContact: lead
        escalation: [ { steps: [ { at: due, notify: [desk] } ] } ]
        fees: { currency: EUR, per: month, basic: 10000 }
        credits: { cap: 12% of basic, rules: [ { when: attainment < 60%, credit: 5% of basic } ] }
        """;

    private static readonly string New = Old
        .Replace("09:00-18:00", "08:00-18:00", StringComparison.Ordinal)
        .Replace("240m", "300m", StringComparison.Ordinal)
        .Replace("notify: [desk]", "notify: [desk, lead]", StringComparison.Ordinal)
        .Replace("attainment < 60%", "attainment < 75%", StringComparison.Ordinal);

    private static readonly string Log = Path.Combine(AppContext.BaseDirectory, "data", "helpdesk-log", "events.jsonl");

    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Held against the clocks and mails of two replays of their own.</summary>
    [Fact]
    public void Changes_AreWhatDiffersBetweenTheClocksOfTwoReplays()
    {
        using var compared = Replay("both", "--against", Write("new.yaml", New));
        using var old = Replay("old");
        using var changed = Replay("new", "--agreement", Write("new.yaml", New));

        var (before, now) = (Clocks("old"), Clocks("new"));
        var expected = before.Keys.Union(now.Keys, StringComparer.Ordinal)
            .Select(key => $"{key}:{before.GetValueOrDefault(key, "none")}→{now.GetValueOrDefault(key, "none")}")
            .Where(change => change.Split(':')[1].Split('→') is var states && states[0] != states[1])
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.True(expected.Count > 50, $"only {expected.Count} changes");
        Assert.Equal(
            expected,
            File.ReadLines(_folder.At("both", "changes.csv")).Skip(1).Select(line => line.Split(','))
                .Select(cells => $"{cells[0]},{cells[1]},{cells[2]}:{cells[3]}→{cells[4]}").Order(StringComparer.Ordinal));

        var comparison = compared.RootElement.GetProperty("comparison");
        Assert.Equal(expected.Count(change => change.EndsWith("→breached", StringComparison.Ordinal)), Int(comparison, "newlyBroken"));
        Assert.Equal(expected.Count(change => change.Contains(":breached→", StringComparison.Ordinal)), Int(comparison, "noLongerBroken"));
        Assert.Equal(Int(old.RootElement.GetProperty("mails"), "mails"), Int(comparison.GetProperty("from"), "mails"));
        Assert.Equal(Int(changed.RootElement.GetProperty("mails"), "mails"), Int(comparison.GetProperty("to"), "mails"));
        var credit = comparison.GetProperty("credits").EnumerateArray().Single();
        Assert.Equal((Credits(old), Credits(changed)), (credit.GetProperty("from").GetDecimal(), credit.GetProperty("to").GetDecimal()));
        Assert.NotEqual(Credits(old), Credits(changed));
        Assert.Equal(File.ReadAllText(_folder.At("old", "clocks.csv")), File.ReadAllText(_folder.At("both", "clocks.csv")));
        Assert.Equal(File.ReadAllText(_folder.At("old", "mails.csv")), File.ReadAllText(_folder.At("both", "mails.csv")));
    }

    [Fact]
    public void TheOtherWayRound_WhatWasBrokenIsNoLonger()
    {
        using var there = Replay("there", "--against", Write("new.yaml", New));
        using var back = Replay("back", "--agreement", Write("new.yaml", New), "--against", Write("old.yaml", Old));

        var (to, from) = (there.RootElement.GetProperty("comparison"), back.RootElement.GetProperty("comparison"));
        Assert.Equal(
            (Int(to, "newlyBroken"), Int(to, "noLongerBroken")), (Int(from, "noLongerBroken"), Int(from, "newlyBroken")));
    }

    [Fact]
    public void TheSameTerms_ChangeNothing()
    {
        using var compared = Replay("out", "--against", Write("again.yaml", Old));

        Assert.Equal(0, Int(compared.RootElement.GetProperty("comparison"), "newlyBroken"));
        Assert.Single(File.ReadAllLines(_folder.At("out", "changes.csv")));
    }

    [Fact]
    public void Terminal_SaysWhatChanges_AndWhy_WithAWayToAllOfIt()
    {
        var (outcome, text, errors) = Run("out", "--against", Write("new.yaml", New));

        Assert.Equal((0, ""), (outcome, errors));
        Assert.Contains("old → new", text, StringComparison.Ordinal);
        Assert.Contains("budget 5h instead of 4h", text, StringComparison.Ordinal);
        Assert.Contains(" more, in changes.csv", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "No longer broken", "instead of")]
    [InlineData("zh-CN", "不再违约", "原为")]
    public void Page_IsInTheLanguage_FetchesNothing_AndEncodesWhatStrangersWrote(string language, string heading, string why)
    {
        Run("out", "--against", Write("new.yaml", New), "--language", language);

        var page = File.ReadAllText(_folder.At("out", "comparison.html"));
        Assert.Contains(heading, page, StringComparison.Ordinal);
        Assert.Contains(why, page, StringComparison.Ordinal);
        Assert.Contains("old → new", page, StringComparison.Ordinal);
        Assert.True(
            page.IndexOf("<bdi>2010-02</bdi>", StringComparison.Ordinal) is > 0 and var period
                && page.LastIndexOf(language == "en" ? "<bdi>Sum</bdi>" : "<bdi>合计</bdi>", period, StringComparison.Ordinal) > 0);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("src=", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"http", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void OtherAgreementThatIsWrong_IsSaid()
    {
        var (outcome, _, errors) = Run("out", "--against", Write("new.yaml", "agreement: x"));

        Assert.Equal(1, outcome);
        Assert.Contains("new.yaml:", errors, StringComparison.Ordinal);
    }

    private static int Int(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private static decimal Credits(JsonDocument summary) =>
        summary.RootElement.GetProperty("credits").EnumerateArray().Sum(credit => credit.GetProperty("credit").GetDecimal());

    /// <summary>State by ticket, metric and cycle.</summary>
    private Dictionary<string, string> Clocks(string folder) => File.ReadLines(_folder.At(folder, "clocks.csv")).Skip(1)
        .Select(line => line.Split(','))
        .ToDictionary(cells => $"{cells[0]},{cells[9]},{cells[2]}", cells => cells[3], StringComparer.Ordinal);

    private JsonDocument Replay(string to, params string[] more) => JsonDocument.Parse(Run(to, [.. more, "--json"]).Text);

    private (int Outcome, string Text, string Errors) Run(string to, params string[] more)
    {
        string[] agreement = more is ["--agreement", ..] ? [] : ["--agreement", Write("old.yaml", Old)];
        return CliFolder.Run(["replay", .. agreement, "--events", Log, "--out", _folder.At(to), .. more]);
    }

    private string Write(string name, string text) => _folder.Write(name, text);
}
