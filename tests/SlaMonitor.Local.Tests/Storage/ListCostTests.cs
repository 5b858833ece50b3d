using Microsoft.Extensions.Logging.Abstractions;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Local.Sqlite;
using SlaMonitor.Local.Storage;
using SlaMonitor.Monitoring.Notification;
using SlaMonitor.Monitoring.Promises;
using SlaMonitor.StoreContracts.Monitor;
using SQLitePCL;

namespace SlaMonitor.Local.Tests.Storage;

/// <summary>What SQLite does for a page of a list must not grow with what is closed: its own instructions are counted.</summary>
public sealed class ListCostTests : IDisposable
{
    private static readonly Instant Now = Instant.FromUtc(2026, 4, 1, 8, 0);

    private readonly DatabaseFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task OpenPromises_AnyNumberOfClosedTickets_CostTheSame()
    {
        var alone = await OfOpenPromisesAsync(closed: 0);
        var among = await OfOpenPromisesAsync(closed: 4_000);

        Assert.InRange(among, 1, alone + (alone / 10)); // a tree of more levels
    }

    [Fact]
    public async Task Notifications_AsManyAsThereAre_APageCostsWhatItHolds()
    {
        var few = await OfNotificationsAsync(count: ToldNotifications.PageSize + 1);
        var many = await OfNotificationsAsync(count: 4 * ToldNotifications.PageSize);

        Assert.InRange(many, 1, few + (few / 10));
    }

    private async Task<int> OfOpenPromisesAsync(int closed)
    {
        var database = _folder.Create();
        var shelves = new SqlitePromiseShelves(database);
        await FileAsync(database, "open", 150, [World.Event("T", 0, TicketEventType.Created)]);
        await FileAsync(
            database, "closed", closed, [World.Event("T", 0, TicketEventType.Created), World.Event("T", 30, TicketEventType.Resolved)]);

        return await InstructionsAsync(
            database, async () => Assert.Equal(100, (await shelves.ReadOpenAsync(null, 100, CancellationToken.None)).Rows.Count));
    }

    private async Task<int> OfNotificationsAsync(int count)
    {
        var database = _folder.Create();
        var ledger = new SqliteNotificationLedger(database, NullLogger<SqliteNotificationLedger>.Instance);
        await database.WriteAsync(
            session =>
            {
                for (var n = 0; n < count; n++)
                {
                    session.Execute(
                        "INSERT INTO notifications (ticket, notification, recipient, step, state, holder, claimed_at) "
                        + "VALUES ($ticket, 'N', 'ann@example.com', 'step', 'sent', 'holder', 1)",
                        ("$ticket", $"T-{n:00000}"));
                }

                return true;
            },
            CancellationToken.None);
        var told = new ToldNotifications(ledger);

        // Nobody is told of: a page that finds nothing costs what one does that finds all.
        return await InstructionsAsync(database, async () => Assert.Empty(
            (await told.ReadAsync(new(null, "nobody@example.com", null, null, null), null, CancellationToken.None)).Kept));
    }

    private static async Task<int> InstructionsAsync(SqliteDatabase database, Func<Task> read)
    {
        await read(); // compiles
        var instructions = 0;
        delegate_progress count = _ =>
        {
            instructions++;
            return 0; // goes on
        };
        // The reader that was used last is used next.
        await database.ReadAsync(
            session =>
            {
                raw.sqlite3_progress_handler(session.Connection.Handle, 1, count, null);
                return true;
            },
            CancellationToken.None);
        await read();
        var counted = instructions;
        GC.KeepAlive(count);
        return counted;
    }

    private static async Task FileAsync(SqliteDatabase database, string name, int count, IReadOnlyList<TicketEvent> log)
    {
        var rows = OutcomeRows.Of(TicketAssessment.Of(log, [], await new World().GetTermsAsync(CancellationToken.None), Now));
        await database.WriteAsync(
            session =>
            {
                for (var n = 0; n < count; n++)
                {
                    var id = $"{name}-{n}";
                    OutcomeTable.File(session, id, [.. rows.Select(row => row with { TicketId = id })]);
                }

                return true;
            },
            CancellationToken.None);
    }
}
