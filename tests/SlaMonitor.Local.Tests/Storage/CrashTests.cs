using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using SlaMonitor.Local.Sqlite;
using SlaMonitor.Local.Storage;
using SlaMonitor.StoreContracts;

namespace SlaMonitor.Local.Tests.Storage;

/// <summary>
/// Kills a committing process again and again. What it had acknowledged must be there, and nothing may be there by halves.
/// </summary>
public sealed class CrashTests : IDisposable
{
    private const int Kills = 10;

    private readonly DatabaseFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task CommitAsync_ProcessKilledAtAnyPoint_LosesNothingAcknowledgedAndHalvesNothing()
    {
        var database = _folder.Create();
        var store = new SqliteTicketStore(database, NullLogger<SqliteTicketStore>.Instance);
        var shelves = new SqlitePromiseShelves(database);
        var random = new Random(5158);
        var acknowledged = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var kill = 0; kill < Kills; kill++)
        {
            foreach (var (ticket, number) in await CommitAndKillAsync(database.Path, random.Next(1, 40), random.Next(5_000)))
                acknowledged[ticket] = number;

            foreach (var (ticket, number) in acknowledged) await AssertWholeAsync(store, shelves, ticket, number);
            await AssertDueAsync(store);
        }

        await using var connection = database.Open();
        await using var check = connection.Command("PRAGMA integrity_check");
        Assert.Equal("ok", await check.ExecuteScalarAsync());
        Assert.Equal(CommitUntilKilled.Tickets, acknowledged.Count);
    }

    /// <summary>
    /// The commits that the process acknowledged before it died: some microseconds after the <paramref name="killAfter"/>th, for a kill at
    /// once would always meet the beginning of the next.
    /// </summary>
    private static async Task<IReadOnlyList<(string Ticket, int Number)>> CommitAndKillAsync(
        string database, int killAfter, int microseconds)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(typeof(CommitUntilKilled).Assembly.Location);
        start.ArgumentList.Add("commit-until-killed");
        start.ArgumentList.Add(database);
        using var process = Process.Start(start)!;

        var lines = new List<string>();
        while (lines.Count < killAfter && await process.StandardOutput.ReadLineAsync() is { } line) lines.Add(line);
        Assert.False(process.HasExited);
        for (var spin = Stopwatch.StartNew(); spin.Elapsed.TotalMicroseconds < microseconds;) Thread.SpinWait(10);
        process.Kill(); // SIGKILL: no finally, no flush
        await process.WaitForExitAsync();

        // The pipe still holds what was written between the last line read and the kill; its last line may be cut.
        var rest = await process.StandardOutput.ReadToEndAsync();
        lines.AddRange(rest.Split('\n')[..^1]);
        return [.. lines.Select(line => line.Split(' ')).Select(words => (words[0], int.Parse(words[1], CultureInfo.InvariantCulture)))];
    }

    private static async Task AssertWholeAsync(
        SqliteTicketStore store, SqlitePromiseShelves shelves, string ticketId, int acknowledged)
    {
        var ticket = await store.LoadAsync(ticketId, CancellationToken.None);
        Assert.NotNull(ticket);
        var commits = ticket.State.FiredSteps.Count;

        Assert.InRange(commits, acknowledged, acknowledged + Kills); // each kill may leave one commit that was done and not yet told
        var expected = Enumerable.Range(1, commits).Select(number => CommitUntilKilled.Commit(ticketId, number)).ToArray();
        TicketEvents.AssertSame(expected.SelectMany(commit => commit.Events), ticket.Events);
        Assert.Equal(expected[^1].State.NextLook, ticket.State.NextLook);
        Assert.Equal(expected[^1].State.FiredSteps, ticket.State.FiredSteps);

        var filed = await ShelfContents.ReadAsync(shelves, "office");
        Assert.Equal(
            CommitUntilKilled.Outcomes(ticketId, commits).Select(row => $"{row}").Order(StringComparer.Ordinal),
            filed.Where(row => row.Contains($"TicketId = {ticketId},", StringComparison.Ordinal)));
    }

    private static async Task AssertDueAsync(SqliteTicketStore store)
    {
        foreach (var entry in await store.ReadDueAsync(Instant.MaxValue, 100, CancellationToken.None))
        {
            var ticket = await store.LoadAsync(entry.TicketId, CancellationToken.None);
            Assert.Equal(ticket?.State.NextLook, entry.Due);
        }
    }
}
