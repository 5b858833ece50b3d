using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using SlaMonitor.Cli.Running;

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

    private readonly string _folder = Directory.CreateTempSubdirectory("sla-check-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void GoodFile_IsSummedUpInTheReadersLanguage()
    {
        var file = Write("support.yaml", Good);

        var (outcome, english) = Run("check", file, "--at", "2026-11-30T12:00:00Z");
        var (_, chinese) = Run("check", file, "--language", "zh-CN", "--at", "2026-11-30T12:00:00Z");

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
    public void Mistakes_HaveTheirPlaces_AndNothingIsSummedUp()
    {
        var file = Write("bad.yaml", Good.Replace("Europe/Berlin", "Europe/Berln", StringComparison.Ordinal)
            .Replace("within: 1h", "within: 1 hour", StringComparison.Ordinal));

        var (outcome, text) = Run("check", file);

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
        var file = Write("warned.yaml", Good.Replace(
            "when: { priority: urgent }, ", string.Empty, StringComparison.Ordinal));

        var (outcome, text) = Run("check", file);

        Assert.Equal(0, outcome);
        Assert.Contains($"{file}:10:", text, StringComparison.Ordinal);
        Assert.Contains(": warning: ", text, StringComparison.Ordinal);
        Assert.EndsWith("0 errors, 1 warning.", Trimmed(text), StringComparison.Ordinal);
    }

    [Fact]
    public void FilesAndFolders_AreLoadedTogether_EachOnce()
    {
        var second = Write(
            Path.Combine("more", "second.yaml"), Good.Replace("agreement: support", "agreement: second", StringComparison.Ordinal));
        Write("support.yaml", Good);

        var (outcome, text) = Run("check", _folder, second, Path.Combine(_folder, "more"));

        Assert.Equal(0, outcome);
        Assert.Contains("2 agreements, 2 versions", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing.yaml", "the file cannot be read")]
    [InlineData("empty", "there is no agreement in this folder")]
    public void WhatIsNotThere_IsSaid(string name, string expected)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "empty"));

        var (outcome, text) = Run("check", Path.Combine(_folder, name));

        Assert.Equal(1, outcome);
        Assert.Contains($"{name}:1:1: error: {expected}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void GitHub_AnnotationsAreEscaped()
    {
        var file = Write("50%,a.yaml", "agreement: support");

        var (outcome, text) = Run("check", file, "--format", "github");

        Assert.Equal(1, outcome);
        Assert.All(Trimmed(text).Split('\n'), line => Assert.StartsWith("::error file=", line, StringComparison.Ordinal));
        Assert.Contains("50%25%2Ca.yaml,line=1,col=1::", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Sarif_NamesEveryProblemWithItsPlace()
    {
        var file = Write("a b.yaml", Good.Replace("Europe/Berlin", "Europe/Berln", StringComparison.Ordinal));

        var (outcome, text) = Run("check", file, "--format", "sarif");

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
        var (outcome, text) = Run("check", Write("support.yaml", Good), "--json");

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
    public void WrongCommandLine_IsUsage(params string[] args) => Assert.Equal(2, Run(args).Outcome);

    private static (int Outcome, string Text) Run(params string[] args)
    {
        using var output = new StringWriter();
        var outcome = SlaCommand.Run(args, output, TextWriter.Null, new Surroundings(_ => null, new FakeTimeProvider()));
        return (outcome, output.ToString());
    }

    /// <summary>Tables end their lines with spaces, which nobody sees.</summary>
    private static string Trimmed(string text) =>
        string.Join('\n', text.TrimEnd().Split('\n').Select(line => line.TrimEnd()));

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
