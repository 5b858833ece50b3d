using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using SlaMonitor.Core.Escalations;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Local.Sqlite;
using SlaMonitor.Local.Storage;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts;

namespace SlaMonitor.Local.Tests.Storage;

/// <summary>
/// The child process of <see cref="CrashTests"/>: commits to a few tickets in turn, and says on its output which commit has returned.
/// </summary>
internal static class CommitUntilKilled
{
    public const int Tickets = 3;
    public const int EventsPerCommit = 3;

    private const int Ended = 3;

    /// <summary>Commit <paramref name="number"/> of a ticket, from 1: every part of it can be told from the number.</summary>
    public static (TicketEvent[] Events, MonitoringState State) Commit(string ticketId, int number) => (
        [.. Enumerable.Range(0, EventsPerCommit).Select(n => TicketEvents.Plain(ticketId, $"{number}.{n}"))],
        new()
        {
            NextLook = Instant.FromUnixTimeSeconds(number),
            FiredSteps = [.. Enumerable.Range(1, number).Select(n => new StepId(n.ToString(CultureInfo.InvariantCulture)))],
        });

    /// <summary>What is filed by that commit: the clock that goes on, and the last that have ended.</summary>
    public static ShelfRow[] Outcomes(string ticketId, int number) =>
    [
        new(Shelf.Open, "office", ticketId, $"{number}", Instant.FromUnixTimeSeconds(number), $"{number}"),
        .. Enumerable.Range(Math.Max(1, number - Ended), Math.Min(number - 1, Ended)).Select(
            n => new ShelfRow(Shelf.Decided, "office", ticketId, $"{n}", Instant.FromUnixTimeSeconds(n), $"{n} in {number}")),
    ];

    public static async Task<int> RunAsync(string file)
    {
        using var database = new SqliteDatabase(file);
        var store = new SqliteTicketStore(database, NullLogger<SqliteTicketStore>.Instance);
        for (var turn = 0; ; turn++)
        {
            var ticketId = $"T-{turn % Tickets}";
            var before = await store.LoadAsync(ticketId, CancellationToken.None);
            var number = (before?.State.FiredSteps.Count ?? 0) + 1;
            var (events, state) = Commit(ticketId, number);
            var commit = new TicketCommit(ticketId, events, state, before?.Tag) { Outcomes = Outcomes(ticketId, number) };
            if (!await store.CommitAsync(commit, CancellationToken.None)) return 1;

            Console.Out.WriteLine($"{ticketId} {number}");
        }
    }
}
