using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SlaMonitor.Local.Hosting;
using SlaMonitor.Local.Hosting.Doctor;
using SlaMonitor.Local.Hosting.Settings;
using SlaMonitor.Local.Queues;
using SlaMonitor.Local.Sqlite;
using SlaMonitor.Local.Storage;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts;

namespace SlaMonitor.Local.Tests.Hosting.Doctor;

/// <summary>A data folder that the stores have written, damaged, looked at and rebuilt.</summary>
public sealed class DoctorTests : IDisposable
{
    private const int Tickets = 200;
    private const int Page = 4096;
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _folder = new();

    private string Data => _folder.File("data");

    private string Monitor => Path.Combine(Data, "monitor.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Whole_IsGoodAndARebuildChangesNothing()
    {
        await WriteAsync();

        Assert.Equal(0, Run("--doctor").ExitCode);
        Assert.Equal(0, Run("--doctor", "--rebuild").ExitCode);
        Assert.Empty(Copies());
    }

    [Theory]
    [InlineData("DELETE FROM tickets WHERE ticket LIKE 'T-1%'", "has events and no state")]
    [InlineData("UPDATE tickets SET next_look = NULL", "another due time in its state than in the index")]
    [InlineData("UPDATE tickets SET state = '{\"isSettled\":true}', next_look = NULL WHERE ticket = 'T-7'", "stored as settled")]
    [InlineData("UPDATE tickets SET state = '[]' WHERE ticket = 'T-7'", "a state that cannot be read")]
    public async Task States_AreWrong_AreSaidAndMadeAnewFromTheLog(string damage, string said)
    {
        await WriteAsync();
        Execute(Monitor, damage);

        var found = Run("--doctor");
        Assert.Equal(1, found.ExitCode);
        Assert.Contains(said, found.Output, StringComparison.Ordinal);
        Assert.Empty(Copies());

        Assert.Equal(0, Run("--doctor", "--rebuild").ExitCode);
        Assert.Single(Copies());
        await AssertAllThereAsync(Tickets);
        Assert.Equal(0, Run("--doctor", "--rebuild").ExitCode);
        Assert.Single(Copies());
    }

    /// <summary>One page of the file at a time, but for the first two, which say what the tables are.</summary>
    [Fact]
    public async Task Page_IsOverwritten_WhatIsElsewhereIsThereAndALossIsSaid()
    {
        await WriteAsync();
        var whole = await File.ReadAllBytesAsync(Monitor);
        for (var page = 2; page < whole.Length / Page; page += 5)
        {
            var damaged = (byte[])whole.Clone();
            damaged.AsSpan(page * Page, Page).Fill(0xA5);
            await File.WriteAllBytesAsync(Monitor, damaged);

            Assert.Equal(1, Run("--doctor").ExitCode);
            var rebuilt = Run("--doctor", "--rebuild");
            var left = await AssertAllThereAsync(atLeast: Tickets / 2);
            Assert.Equal(left < Tickets, rebuilt.Output.Contains("events in damaged pages are gone", StringComparison.Ordinal));
            Assert.Equal(0, Run("--doctor").ExitCode);
        }
    }

    [Fact]
    public async Task End_IsLost_WhatIsBeforeIsThere()
    {
        await WriteAsync();
        using (var file = File.OpenWrite(Monitor)) file.SetLength(file.Length / Page * 3 / 4 * Page);

        Assert.Equal(1, Run("--doctor").ExitCode);
        Run("--doctor", "--rebuild");
        Assert.Equal(0, Run("--doctor").ExitCode);
        await AssertAllThereAsync(atLeast: 1);
    }

    [Theory]
    [InlineData("monitor.db", "All events and tickets are gone")]
    [InlineData("queues.db", "their steps are fired again")]
    [InlineData("timers.db", "they run at the next start")]
    public async Task File_IsNoDatabase_IsMovedAsideAndSaid(string name, string said)
    {
        await WriteAsync();
        var garbage = new string('x', 8192);
        await File.WriteAllTextAsync(Path.Combine(Data, name), garbage);

        Assert.Contains("is damaged, or is no database", Run("--doctor").Output, StringComparison.Ordinal);
        var rebuilt = Run("--doctor", "--rebuild");

        Assert.Equal(1, rebuilt.ExitCode);
        Assert.Contains(said, rebuilt.Output, StringComparison.Ordinal);
        Assert.Equal(garbage, await File.ReadAllTextAsync(Path.Combine(Assert.Single(Copies()), name)));
        Assert.Equal(0, Run("--doctor").ExitCode);
        await AssertAllThereAsync(name == "monitor.db" ? 0 : Tickets);
    }

    [Fact]
    public async Task Rebuild_WhileAMonitorWorks_IsRefused()
    {
        await WriteAsync();
        Execute(Monitor, "DELETE FROM tickets");
        using var monitor = new DataFolder(Data);

        Assert.Contains("is in use by another host", Assert.Throws<LocalHostException>(() => Run("--doctor", "--rebuild")).Message);
        Assert.Equal(1, Run("--doctor").ExitCode);
        Assert.Empty(Copies());
    }

    [Fact]
    public async Task Database_OfANewerVersion_IsNotRebuilt()
    {
        await WriteAsync();
        Execute(Monitor, "CREATE TABLE later (a); DELETE FROM tickets");

        Assert.Contains("table later", Run("--doctor", "--rebuild").Output, StringComparison.Ordinal);
        Assert.Empty(Copies());
    }

    [UnixFact]
    public async Task Files_AreOpenToOthers_IsSaidAndARebuildTakesThem()
    {
        await WriteAsync();
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Monitor, (UnixFileMode)0b110_100_100);

        Assert.Contains("other users can read or write", Run("--doctor").Output, StringComparison.Ordinal);
        Assert.Equal(0, Run("--doctor", "--rebuild").ExitCode);
    }

    [Fact]
    public void Folder_HasNoDatabase_IsAWrongCommandLine() =>
        Assert.Equal(LocalHostException.Usage, Assert.Throws<LocalHostException>(() => Run("--doctor")).ExitCode);

    private async Task WriteAsync()
    {
        using (var database = new SqliteDatabase(Monitor))
        {
            var store = new SqliteTicketStore(database, NullLogger<SqliteTicketStore>.Instance);
            _ = new SqliteNotificationLedger(database, NullLogger<SqliteNotificationLedger>.Instance);
            _ = new SqliteMailManifests(database);
            _ = new SqliteMonitorNotes(database);
            var due = MonitoringState.Initial with { NextLook = Instant.FromUtc(2026, 3, 2, 9, 0) };
            for (var i = 0; i < Tickets; i++)
            {
                await store.CommitAsync(
                    new($"T-{i}", [TicketEvents.Plain($"T-{i}", "1"), TicketEvents.Plain($"T-{i}", "2")], due, null),
                    CancellationToken.None);
            }
        }

        using (new LocalQueues(Path.Combine(Data, "queues.db"), new QueueOptions(), new FakeTimeProvider(Now)))
        {
        }

        DatabaseForm.Create("timers.db", Path.Combine(Data, "timers.db"), new FakeTimeProvider(Now));
        Assert.Equal(0, Run("--doctor").ExitCode);
    }

    /// <summary>Opens the folder as the program does: each ticket is due, and its state and log can be loaded.</summary>
    private async Task<int> AssertAllThereAsync(int atLeast)
    {
        using var database = new SqliteDatabase(Monitor);
        var store = new SqliteTicketStore(database, NullLogger<SqliteTicketStore>.Instance);
        var due = await store.ReadDueAsync(Instant.FromUtc(2026, 3, 3, 0, 0), Tickets * 2, CancellationToken.None);
        foreach (var entry in due)
        {
            var ticket = await store.LoadAsync(entry.TicketId, CancellationToken.None);
            Assert.NotEmpty(ticket!.Events);
            Assert.Equal(entry.Due, ticket.State.NextLook);
        }

        var events = database.Open();
        using (events)
        {
            var count = events.Query("SELECT count(*) FROM events", row => row.GetInt32(0))[0];
            Assert.Equal(due.Count, events.Query("SELECT count(DISTINCT ticket) FROM events", row => row.GetInt32(0))[0]);
            Assert.InRange(count, atLeast, Tickets * 2);
            return count / 2;
        }
    }

    private string[] Copies() => Directory.GetDirectories(Data, "before-rebuild-*");

    private (int ExitCode, string Output) Run(params string[] args)
    {
        using var output = new StringWriter();
        var options = TestHost.Options(_folder, [.. args, "--data", Data]) with
        {
            Output = output,
            TimeProvider = new FakeTimeProvider(Now),
        };
        return (ExaminationCommand.Run(options)!.Value, output.ToString());
    }

    private static void Execute(string path, string sql)
    {
        using var connection = DatabaseForm.Open(path);
        connection.Execute(sql);
    }
}
