using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using SlaMonitor.Harness;

namespace SlaMonitor.EndToEnd.Stored;

/// <summary>The data folder in the hands of whoever runs the monitor: backed up, restored, and removed under the running program.</summary>
public sealed class DataFolderTests
{
    private const string Event = """
        { "specversion": "1.0", "type": "ticket.created", "source": "/demo", "id": "1", "subject": "HD-1",
          "data": { "assignee": "anna@example.com" } }
        """;

    [Fact]
    public async Task Restore_OfABackupTakenWhileItRan_KnowsEverythingAndTellsNobodyTwice()
    {
        using var place = new MonitorFolder();
        var archive = Path.Combine(place.Folder, "backup.zip");
        await using (var monitor = await MonitorProcess.StartAsync(place, "--start", "2026-03-02T01:00:00Z", "--speed", "0"))
        {
            using var created = await monitor.PostEventAsync(Event);
            Assert.Equal(HttpStatusCode.OK, created.StatusCode);
            await monitor.MoveClockAsync(Instant.FromUtc(2026, 3, 2, 3, 1));
            Assert.NotEmpty(place.Mails());
            Assert.Equal((0, ""), await RunAsync(place, "--backup", archive));
        }

        string[] elsewhere = ["--data", Path.Combine(place.Folder, "restored"), "--mail", Path.Combine(place.Folder, "letters")];
        Assert.Equal((0, ""), await RunAsync(place, ["--restore", archive, .. elsewhere]));

        await using var restored = await MonitorProcess.StartAsync(
            place, ["--start", "2026-03-02T03:02:00Z", "--speed", "0", .. elsewhere]);
        await restored.MoveClockAsync(Instant.FromUtc(2026, 3, 2, 3, 3));
        Assert.Equal("HD-1", (string?)(await restored.TicketAsync("HD-1"))["id"]);
        Assert.Empty(Letters());
        await restored.MoveClockAsync(Instant.FromUtc(2026, 3, 3, 3, 0));
        Assert.NotEmpty(Letters());

        string[] Letters() => Directory.Exists(elsewhere[3]) ? Directory.GetFiles(elsewhere[3], "*.eml") : [];
    }

    /// <summary>What comes of a folder that was damaged and rebuilt is held against what comes of the same folder undamaged.</summary>
    [Theory]
    [InlineData("DELETE FROM tickets")]
    [InlineData("UPDATE tickets SET state = '[]', next_look = NULL")]
    [InlineData("DELETE FROM outcomes")]
    public async Task Rebuilt_ThenStarted_TellsWhomItWouldHaveToldUndamaged(string damage)
    {
        using var place = new MonitorFolder();
        await using (var monitor = await MonitorProcess.StartAsync(place, "--start", "2026-03-02T01:00:00Z", "--speed", "0"))
        {
            using var first = await monitor.PostEventAsync(Event);
            await monitor.MoveClockAsync(Instant.FromUtc(2026, 3, 2, 3, 1));
            using var second = await monitor.PostEventAsync(
                Event.Replace("\"1\"", "\"2\"", StringComparison.Ordinal).Replace("HD-1", "HD-2", StringComparison.Ordinal));
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
            Assert.Equal(0, await monitor.StopAsync());
        }

        using var whole = new MonitorFolder();
        Copy(Path.Combine(place.Folder, "data"), Path.Combine(whole.Folder, "data"));
        var before = Told(place);
        Assert.NotEmpty(before);
        Execute(Path.Combine(place.Folder, "data", "monitor.db"), damage);

        Assert.Equal(1, (await RunAsync(place, "--doctor")).ExitCode);
        Assert.Equal((0, ""), await RunAsync(place, "--doctor", "--rebuild"));
        Assert.Equal(0, (await RunAsync(place, "--doctor")).ExitCode);

        var rebuilt = await ToldUntilTheNextDayAsync(place);
        Assert.Equal(before, rebuilt.Soon); // nobody is told twice of what the ledger knows
        Assert.Contains(rebuilt.Later, line => line.Contains("HD-2", StringComparison.Ordinal));
        var (soon, later) = await ToldUntilTheNextDayAsync(whole);
        Assert.Equal(soon, rebuilt.Soon);
        Assert.Equal(later, rebuilt.Later);
    }

    [Fact]
    public async Task Event_DatabaseWasRemovedUnderTheProgram_IsAnswered503()
    {
        using var place = new MonitorFolder();
        await using var monitor = await MonitorProcess.StartAsync(place, "--start", "2026-03-02T01:00:00Z", "--speed", "0");
        using var taken = await monitor.PostEventAsync(Event);
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(place.Folder, "data"), "monitor.db*")) File.Delete(file);

        using var refused = await monitor.PostEventAsync(Event.Replace("\"1\"", "\"2\"", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Contains("was removed", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Nothing is stored until the files are back", monitor.Output, StringComparison.Ordinal);
    }

    /// <returns>Who is told of what by the first evaluation, and by the next day.</returns>
    private static async Task<(IReadOnlyList<string> Soon, IReadOnlyList<string> Later)> ToldUntilTheNextDayAsync(MonitorFolder place)
    {
        await using var monitor = await MonitorProcess.StartAsync(place, "--start", "2026-03-02T03:02:00Z", "--speed", "0");
        await monitor.MoveClockAsync(Instant.FromUtc(2026, 3, 2, 3, 4));
        var soon = Told(place);
        await monitor.MoveClockAsync(Instant.FromUtc(2026, 3, 3, 12, 0));
        return (soon, Told(place));
    }

    private static IReadOnlyList<string> Told(MonitorFolder place) =>
    [
        .. place.Mails()
            .Select(mail => (mail.To, Tickets: Regex.Matches(mail.TextBody!, @"\bHD-\d").Select(ticket => ticket.Value).Distinct()))
            .Select(mail => $"{mail.To}: {string.Join(' ', mail.Tickets)}")
            .Order(StringComparer.Ordinal),
    ];

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.GetDirectories(from)) Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
    }

    private static void Execute(string database, string sql)
    {
        var connectionString = new SqliteConnectionStringBuilder { DataSource = database, Pooling = false, ForeignKeys = false };
        using var connection = new SqliteConnection(connectionString.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.NotEqual(0, command.ExecuteNonQuery());
    }

    /// <returns>The exit code, and what it complained of.</returns>
    private static async Task<(int ExitCode, string Errors)> RunAsync(MonitorFolder place, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "SlaMonitor.Functions.dll"), .. arguments])
        {
            WorkingDirectory = place.Folder,
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, errors);
    }
}
