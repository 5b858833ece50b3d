using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime.Testing;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Reporting.Periods;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Local.Sqlite;
using SlaMonitor.Local.Storage;
using SlaMonitor.Monitoring.Assessment;
using SlaMonitor.Monitoring.Promises;
using SlaMonitor.Monitoring.Reporting;
using SlaMonitor.StoreContracts.Monitor;
using SQLitePCL;

namespace SlaMonitor.Local.Tests.Storage;

/// <summary>What SQLite does for the report on a month must not grow with other months: its own instructions are counted.</summary>
public sealed class MonthCostTests : IDisposable
{
    private const int InTheMonth = 20;

    private static readonly Instant Now = Instant.FromUtc(2026, 4, 1, 8, 0);

    private readonly DatabaseFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Report_AnyNumberOfPromisesInOtherMonths_CostsTheSame()
    {
        var alone = await InstructionsOfAReportAsync(inOtherMonths: 0);
        var among = await InstructionsOfAReportAsync(inOtherMonths: 4_000);

        Assert.InRange(among, 1, alone + (alone / 10)); // a tree of more levels
    }

    private async Task<int> InstructionsOfAReportAsync(int inOtherMonths)
    {
        var database = _folder.Create();
        var (world, clock, time) = (new World(), new FakeClock(Now), new FakeTimeProvider());
        var tickets = new AssessedTickets(
            new SqliteTicketStore(database, NullLogger<SqliteTicketStore>.Instance), world, clock, NullLogger<AssessedTickets>.Instance);
        var notes = new SqliteMonitorNotes(database);
        var maker = new ReportMaker(
            new PromiseReader(
                new SqlitePromiseShelves(database), tickets, new FilingFailures(NullLogger<FilingFailures>.Instance),
                NullLogger<PromiseReader>.Instance),
            world,
            new FiledTerms(notes, world, time),
            new ReportSummaries(notes, new SqliteMailManifests(database), clock, time), clock);
        await FillAsync(database, world, "now", InTheMonth, Duration.Zero);
        for (var month = 1; month <= 8; month++)
            await FillAsync(database, world, $"old{month}", inOtherMonths / 8, Duration.FromDays(-31 * month));
        var history = (await maker.FindAsync("office", CancellationToken.None))!;
        await maker.MakeAsync(history, ReportSpan.Parse("2026-03")!, onPromise: null, CancellationToken.None); // compiles

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
        var report = await maker.MakeAsync(history, ReportSpan.Parse("2026-03")!, onPromise: null, CancellationToken.None);

        Assert.Equal(2 * InTheMonth, report.Promises.Met);
        var counted = instructions;
        GC.KeepAlive(count);
        return counted;
    }

    private static async Task FillAsync(SqliteDatabase database, World world, string name, int count, Duration by)
    {
        var rows = OutcomeRows.Of(TicketAssessment.Of(
            [World.Event("T", 0, TicketEventType.Created), World.Event("T", 30, TicketEventType.Resolved)],
            [], await world.GetTermsAsync(CancellationToken.None), Now));
        await database.WriteAsync(
            session =>
            {
                for (var n = 0; n < count; n++)
                {
                    var id = $"{name}-{n}";
                    OutcomeTable.File(session, id, [.. rows.Select(row => row with { TicketId = id, At = row.At + by })]);
                }

                return true;
            },
            CancellationToken.None);
    }
}
