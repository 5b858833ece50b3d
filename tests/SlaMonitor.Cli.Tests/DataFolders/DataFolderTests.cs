using System.Text.Json;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Cli.Tests.DataFolders;

/// <summary>What <c>sla</c> does with the data folder of a monitor that works there.</summary>
public sealed class DataFolderTests : IAsyncLifetime
{
    private const string Agreement = """
        agreement: support
        effectiveFrom: 2026-01-01
        timeZone: Europe/Berlin
        calendars: { business: { week: { mon-fri: "09:00-17:00" } } }
        targets:
          - { id: response, metric: firstResponse, within: 2h, calendar: business }
          - { id: resolution, metric: resolution, within: 8h, calendar: business }
        """;

    private readonly CliFolder _folder = new();
    private MonitorFolder _monitor = null!;
    private string _agreements = null!;

    public async Task InitializeAsync()
    {
        _monitor = new MonitorFolder(_folder.At("data"));
        _agreements = Path.GetDirectoryName(_folder.Write(Path.Combine("agreements", "support.yaml"), Agreement))!;
        await _monitor.StoreAsync(
            "HD-1", "1", "2026-05-08T15:00:00+02:00", TicketEventType.Created, new TicketChange { Title = "No mail" });
        await _monitor.StoreAsync(
            "HD-1", "2", "2026-05-11T09:30:00+02:00", TicketEventType.Replied, new TicketChange { By = Actor.Agent, Public = true });
    }

    public Task DisposeAsync()
    {
        _monitor.Dispose();
        _folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Explain_ReadsWhatARunningMonitorHasStored_AndWritesNothing()
    {
        var first = Explain("HD-1", "--at", "2026-05-11T09:45:00+02:00");
        await _monitor.StoreAsync(
            "HD-1", "3", "2026-05-11T10:00:00+02:00", TicketEventType.Updated, new TicketChange { Status = TicketStatus.Pending });
        var database = await File.ReadAllBytesAsync(_folder.At("data", "monitor.db"));
        var second = Explain("HD-1", "--at", "2026-05-11T11:00:00+02:00");

        Assert.Equal((0, ""), (first.Outcome, first.Errors));
        Assert.StartsWith("HD-1  No mail\n", first.Text, StringComparison.Ordinal);
        Assert.Contains("First response: breached", first.Text, StringComparison.Ordinal);
        Assert.Contains("Resolution: running", first.Text, StringComparison.Ordinal);
        Assert.Contains("Resolution: paused", second.Text, StringComparison.Ordinal);
        Assert.Equal(database, await File.ReadAllBytesAsync(_folder.At("data", "monitor.db")));
    }

    [Fact]
    public void Explain_MonitorIsStopped_LeavesNoFileBehind_AndNeedsNoRightToWrite()
    {
        _monitor.Dispose();
        var files = Directory.GetFiles(_folder.At("data"));

        var (outcome, text, errors) = Explain("HD-1");

        Assert.Equal((0, ""), (outcome, errors));
        Assert.Contains("First response: breached", text, StringComparison.Ordinal);
        Assert.Equal(files, Directory.GetFiles(_folder.At("data")));
        Assert.DoesNotContain(files, file => file.EndsWith("-wal", StringComparison.Ordinal));
    }

    [Fact]
    public void Explain_InChinese_HasTheWordsOfTheMails()
    {
        var (outcome, text, _) = Explain("HD-1", "--language", "zh-CN", "--at", "2026-05-12T10:00:00+02:00");

        Assert.Equal(0, outcome);
        Assert.Contains("适用协议：support（support v1）。", text, StringComparison.Ordinal);
        Assert.Contains("首次响应已完成但超过期限，承诺未能兑现。", text, StringComparison.Ordinal);
        Assert.Contains("█ 已计时", text, StringComparison.Ordinal);
        Assert.Contains("^ 到期 2026-05-08 17:00", text, StringComparison.Ordinal);
        Assert.DoesNotContain("counted", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_UnknownTicket_AndNoFolder_AreSaid()
    {
        Assert.Contains("there is no event of a ticket 'HD-9'", Explain("HD-9").Errors, StringComparison.Ordinal);

        var (outcome, _, errors) = CliFolder.Run(
            "explain", "--agreement", _agreements, "--data", _folder.At("nowhere"), "--ticket", "HD-1");

        Assert.Equal(1, outcome);
        Assert.Contains("there is no monitor.db in", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_DatabaseIsNone_IsSaid()
    {
        _folder.Write(Path.Combine("broken", "monitor.db"), "no database");

        var (outcome, _, errors) = CliFolder.Run(
            "explain", "--agreement", _agreements, "--data", _folder.At("broken"), "--ticket", "HD-1");

        Assert.Equal(1, outcome);
        Assert.Contains("cannot be read", errors, StringComparison.Ordinal);
        Assert.Contains("sla doctor --data", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void BackupAndRestore_BringBackTheTicket()
    {
        var archive = _folder.At("backup.zip");

        var backup = CliFolder.Run("backup", archive, "--data", _folder.At("data"));
        var again = CliFolder.Run("backup", archive, "--data", _folder.At("data"));
        var restore = CliFolder.Run("restore", archive, "--data", _folder.At("new"), "--json");
        var full = CliFolder.Run("restore", archive, "--data", _folder.At("new"));
        var told = CliFolder.Run("explain", "--agreement", _agreements, "--data", _folder.At("new"), "--ticket", "HD-1");

        Assert.Equal((0, $"{_folder.At("data")} is backed up in {archive}: monitor.db"), (backup.Outcome, backup.Text.Trim()));
        Assert.Equal(1, again.Outcome);
        Assert.Contains("a backup is never written over another", again.Errors, StringComparison.Ordinal);
        Assert.Equal(0, restore.Outcome);
        using (var said = JsonDocument.Parse(restore.Text))
            Assert.Equal("monitor.db", said.RootElement.GetProperty("files")[0].GetString());
        Assert.Equal(1, full.Outcome);
        Assert.Contains("holds monitor.db already", full.Errors, StringComparison.Ordinal);
        Assert.Contains("First response: breached", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Doctor_LooksAtTheFolder_WhileAMonitorWorksThere()
    {
        var (outcome, text, errors) = CliFolder.Run("doctor", "--data", _folder.At("data"), "--agreement", _agreements);
        using var json = JsonDocument.Parse(
            CliFolder.Run("doctor", "--data", _folder.At("data"), "--agreement", _agreements, "--json").Text);

        Assert.Equal("", errors);
        Assert.StartsWith("check", text, StringComparison.Ordinal);
        var results = json.RootElement.GetProperty("checks").EnumerateArray().ToDictionary(
            check => check.GetProperty("check").GetString()!, check => check.GetProperty("result").GetString());
        Assert.Equal("ok", results["monitor.db"]);
        // A folder of a test may be open to others; what is found there decides.
        Assert.Equal(results.ContainsValue("failed") ? 1 : 0, outcome);
    }

    [Theory]
    [InlineData("doctor")]
    [InlineData("doctor", "--azure", "--data", "x")]
    [InlineData("doctor", "--azure", "--rebuild")]
    [InlineData("backup")]
    [InlineData("restore")]
    [InlineData("explain", "--ticket", "1")]
    [InlineData("explain", "--ticket", "1", "--data", "x")]
    [InlineData("explain", "--ticket", "1", "--data", "x", "--events", "y", "--agreement", "z")]
    [InlineData("explain", "--ticket", "1", "--url", "http://localhost:1", "--at", "2026-05-04T09:15:30Z")]
    [InlineData("explain", "--ticket", "1", "--url", "http://localhost:1", "--language", "zh-CN")]
    public void WrongCommandLine_IsUsage(params string[] args) => Assert.Equal(2, CliFolder.Run(args).Outcome);

    private (int Outcome, string Text, string Errors) Explain(string ticket, params string[] more) => CliFolder.Run(
        ["explain", "--agreement", _agreements, "--data", _folder.At("data"), "--ticket", ticket, .. more]);
}
