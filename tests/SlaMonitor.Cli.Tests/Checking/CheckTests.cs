using System.Text.Json;

namespace SlaMonitor.Cli.Tests.Checking;

/// <summary><c>sla check</c> as a person and as a workflow calls it.</summary>
public sealed class CheckTests : IDisposable
{
    private const string Good = """
        agreement: support
        effectiveFrom: 2026-01-01
        timeZone: Europe/Berlin
        calendars:
          business:
            week: { mon-fri: "09:00-17:00", sat: "10:00-12:00" }
            agreed: [{ date: 2026-12-24, hours: [], reason: Christmas Eve, approvedBy: both }]
        targets:
          - { id: urgent, metric: firstResponse, when: { priority: urgent }, within: 30m, calendar: business }
          - { id: response, metric: firstResponse, within: 1h, calendar: business }
        contacts:
          anna: { email: anna@example.com }
          ben: { email: ben@example.com }
          on-call: { rotation: weekly, handover: "mon 09:00", firstTurn: 2026-01-05, members: [anna, ben] }
        fallbackContact: anna
        escalation:
          - steps:
              - { at: 80%, notify: [assignee] }
              - { at: due, notify: [assignee, on-call] }
        """;

    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void GoodFile_IsSummedUpInTheReadersLanguage()
    {
        var file = _folder.Write("support.yaml", Good);

        var (outcome, english, _) = CliFolder.Run("check", file, "--at", "2026-11-30T12:00:00Z");
        var (_, chinese, _) = CliFolder.Run("check", file, "--language", "zh-CN", "--at", "2026-11-30T12:00:00Z");

        Assert.Equal(0, outcome);
        Assert.Equal(
            """
            support v1  support
            In force since Thu 2026-01-01.
            While a ticket is pending or on hold, these clocks stand still: Resolution.
            For the customer, it governs every ticket. Its times are those of Europe/Berlin.

            target    tickets          promise         within  calendar
            urgent    priority urgent  First response  30m     business
            response  every ticket     First response  1h      business

            calendars
              business: Mon–Fri 09:00-17:00; Sat 10:00-12:00 (Europe/Berlin). Closed next on Thu 2026-12-24 Christmas Eve.

            on call
              on-call: ben@example.com until Mon 2026-12-07 09:00, then anna@example.com.

            escalation
              every ticket: 80% assignee; due assignee, on-call.

            1 agreement, 1 version: 0 errors, 0 warnings.
            """,
            Trimmed(english));
        Assert.Contains("接下来的休息日：2026-12-24 周四 Christmas Eve。", chinese, StringComparison.Ordinal);
        Assert.Contains("on-call：ben@example.com，2026-12-07 周一 09:00 起由 anna@example.com 接班。", chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void StepsAndCalendarsAndDates_AreSummedUpInBothLanguages()
    {
        var file = _folder.Write("rich.yaml", Good
            .Replace("targets:", """
                  asia: { week: { mon-fri: "09:00-17:00" }, timeZone: Asia/Singapore }
                  sun: { union: [business, asia] }
                dates: { tell: [anna], termEnds: 90d }
                term: { from: 2026-01-01, to: 2026-12-31 }
                targets:
                """, StringComparison.Ordinal)
            .Replace("date: 2026-12-24", "each: 12-24", StringComparison.Ordinal)
            .Replace(
                "{ at: due, notify: [assignee, on-call] }",
                "{ at: due, notify: on-call, outside: business, repeat: 30m, times: 6, when: { not: { tags: test } } }",
                StringComparison.Ordinal));

        var (outcome, english, _) = CliFolder.Run("check", file, "--at", "2026-11-30T12:00:00Z");
        var (_, chinese, _) = CliFolder.Run("check", file, "--language", "zh-CN", "--at", "2026-11-30T12:00:00Z");

        Assert.Equal(0, outcome);
        Assert.Contains("Closed next on Thu 2026-12-24 Christmas Eve", english, StringComparison.Ordinal);
        Assert.Contains("sun: whenever business or asia is open (dates of Europe/Berlin).", english, StringComparison.Ordinal);
        Assert.Contains(
            "due on-call, again every 30m until somebody takes it, 6 times at most, while business is closed, if it is still for ",
            english,
            StringComparison.Ordinal);
        Assert.Contains("Of its own dates are told: anna; 90 days before its end, 30 before the last", english, StringComparison.Ordinal);
        Assert.Contains("sun：business、asia 中任一开放时即开放", chinese, StringComparison.Ordinal);
        Assert.Contains("无人接手时每 30 分钟再次通知，最多 6 次", chinese, StringComparison.Ordinal);
        Assert.Contains("协议自身的日期通知 anna：到期前 90 天", chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Amendment_IsShownWhole_WhereThatIsAskedFor()
    {
        _folder.Write("support.yaml", Good);
        _folder.Write("second.yaml", """
            agreement: support
            version: 2
            amends: 1
            effectiveFrom: 2027-01-01
            targets: [{ id: response, within: 2h }]
            """);

        var (outcome, text, _) = CliFolder.Run("check", _folder.At(), "--merged");

        Assert.Equal(0, outcome);
        Assert.Contains("support v2, whole\nagreement: support\ntimeZone: Europe/Berlin\n", Trimmed(text), StringComparison.Ordinal);
        Assert.Contains("  - id: response\n    metric: firstResponse\n    within: 2h\n", Trimmed(text), StringComparison.Ordinal);
        Assert.DoesNotContain("whole", CliFolder.Run("check", _folder.At()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_HaveTheirPlaces_AndNothingIsSummedUp()
    {
        var file = _folder.Write("bad.yaml", Good.Replace("Europe/Berlin", "Europe/Berln", StringComparison.Ordinal)
            .Replace("within: 1h", "within: 1 hour", StringComparison.Ordinal));

        var (outcome, text, _) = CliFolder.Run("check", file);

        Assert.Equal(1, outcome);
        Assert.Collection(
            Trimmed(text).Split('\n'),
            line => Assert.StartsWith($"{file}:3:11: error: 'Europe/Berln' is no time zone", line, StringComparison.Ordinal),
            line => Assert.StartsWith($"{file}:10:52: error: '1 hour' is not a duration", line, StringComparison.Ordinal),
            line => Assert.Equal("2 errors, 0 warnings: the agreements cannot be used as they are.", line));
    }

    [Fact]
    public void TargetThatNeverCounts_IsWarnedOf_AndIsNoError()
    {
        var file = _folder.Write("warned.yaml", Good.Replace(
            "when: { priority: urgent }, ", string.Empty, StringComparison.Ordinal));

        var (outcome, text, _) = CliFolder.Run("check", file);

        Assert.Equal(0, outcome);
        Assert.Contains($"{file}:10:", text, StringComparison.Ordinal);
        Assert.Contains(": warning: ", text, StringComparison.Ordinal);
        Assert.EndsWith("0 errors, 1 warning.", Trimmed(text), StringComparison.Ordinal);
    }

    [Fact]
    public void FilesAndFolders_AreLoadedTogether_EachOnce()
    {
        var second = _folder.Write(
            Path.Combine("more", "second.yaml"), Good.Replace("agreement: support", "agreement: second", StringComparison.Ordinal));
        _folder.Write("support.yaml", Good);

        var (outcome, text, _) = CliFolder.Run("check", _folder.At(), second, _folder.At("more"));

        Assert.Equal(0, outcome);
        Assert.Contains("2 agreements, 2 versions", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing.yaml", "the file cannot be read")]
    [InlineData("empty", "there is no agreement in this folder")]
    public void WhatIsNotThere_IsSaid(string name, string expected)
    {
        Directory.CreateDirectory(_folder.At("empty"));

        var (outcome, text, _) = CliFolder.Run("check", _folder.At(name));

        Assert.Equal(1, outcome);
        Assert.Contains($"{name}:1:1: error: {expected}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void GitHub_AnnotationsAreEscaped()
    {
        var file = _folder.Write("50%,a.yaml", "agreement: support");

        var (outcome, text, _) = CliFolder.Run("check", file, "--format", "github");

        Assert.Equal(1, outcome);
        Assert.All(Trimmed(text).Split('\n'), line => Assert.StartsWith("::error file=", line, StringComparison.Ordinal));
        Assert.Contains("50%25%2Ca.yaml,line=1,col=1::", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Sarif_NamesEveryProblemWithItsPlace()
    {
        var file = _folder.Write("a b.yaml", Good.Replace("Europe/Berlin", "Europe/Berln", StringComparison.Ordinal));

        var (outcome, text, _) = CliFolder.Run("check", file, "--format", "sarif");

        Assert.Equal(1, outcome);
        using var log = JsonDocument.Parse(text);
        Assert.Equal("2.1.0", log.RootElement.GetProperty("version").GetString());
        var result = Assert.Single(log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray());
        Assert.Equal("error", result.GetProperty("level").GetString());
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal(new Uri(file).AbsoluteUri, place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(3, place.GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.Equal(11, place.GetProperty("region").GetProperty("startColumn").GetInt32());
    }

    [Fact]
    public void Json_HasProblemsAndSummaries()
    {
        var (outcome, text, _) = CliFolder.Run("check", _folder.Write("support.yaml", Good), "--json");

        Assert.Equal(0, outcome);
        using var said = JsonDocument.Parse(text);
        Assert.True(said.RootElement.GetProperty("usable").GetBoolean());
        Assert.Empty(said.RootElement.GetProperty("problems").EnumerateArray());
        var agreement = Assert.Single(said.RootElement.GetProperty("agreements").EnumerateArray());
        Assert.Equal("30m", agreement.GetProperty("promises")[0].GetProperty("within").GetString());
    }

    [Theory]
    [InlineData("check")]
    [InlineData("check", "a.yaml", "--at", "yesterday")]
    [InlineData("check", "a.yaml", "--format", "xml")]
    [InlineData("check", "a.yaml", "--language", "fr")]
    public void WrongCommandLine_IsUsage(params string[] args) => Assert.Equal(2, CliFolder.Run(args).Outcome);

    /// <summary>Tables end their lines with spaces, which nobody sees.</summary>
    private static string Trimmed(string text) =>
        string.Join('\n', text.TrimEnd().Split('\n').Select(line => line.TrimEnd()));
}
