using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime.Testing;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Reporting.Periods;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Local.Sqlite;
using SlaMonitor.Local.Storage;
using SlaMonitor.Mails.Reports.Data;
using SlaMonitor.Monitoring.Assessment;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Promises;
using SlaMonitor.Monitoring.Reporting;
using SlaMonitor.StoreContracts.Monitor;
using Xunit.Abstractions;

namespace SlaMonitor.Local.Tests.Storage;

/// <summary>A month of a hundred thousand promises, from the file to the report.</summary>
public sealed class StoredMonthTests(ITestOutputHelper output) : IDisposable
{
    private const int Tickets = 50_000;
    private const long MostMemory = 256L << 20;

    /// <summary>Far more than it takes: others may want the processors too. The plans of the queries hold how it is read.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private static readonly Instant InMay = Instant.FromUtc(2026, 5, 4, 8, 0);

    private readonly DatabaseFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Report_OfAHundredThousandPromises_IsMadeSoonAndInLittleMemory()
    {
        var database = _folder.Create();
        var (world, clock, time) = (new World(), new FakeClock(InMay), new FakeTimeProvider());
        var tickets = new AssessedTickets(
            new SqliteTicketStore(database, NullLogger<SqliteTicketStore>.Instance), world, clock, NullLogger<AssessedTickets>.Instance);
        await FillAsync(database, world);
        var notes = new SqliteMonitorNotes(database);
        var maker = new ReportMaker(
            new PromiseReader(
                new SqlitePromiseShelves(database), tickets, new FilingFailures(NullLogger<FilingFailures>.Instance),
                NullLogger<PromiseReader>.Instance),
            world,
            new FiledTerms(notes, world, time),
            new ReportSummaries(notes, new SqliteMailManifests(database), clock, time),
            clock);
        var history = (await maker.FindAsync("office", CancellationToken.None))!;
        var before = Process.GetCurrentProcess().PrivateMemorySize64;

        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        var begun = Stopwatch.GetTimestamp();
        var report = await maker.MakeAsync(history, ReportSpan.Parse("2026-03")!, onPromise: null, CancellationToken.None);
        using var json = new MemoryStream();
        ReportJson.Write(json, report);
        var took = Stopwatch.GetElapsedTime(begun);

        var grown = Process.GetCurrentProcess().PrivateMemorySize64 - before;
        var worked = Process.GetCurrentProcess().TotalProcessorTime - processor;
        output.WriteLine(
            $"{took.TotalSeconds:0.00} s, {worked.TotalSeconds:0.00} s of processors, {grown >> 20} MiB more, {json.Length >> 10} KiB");
        Assert.Equal((2 * Tickets, Tickets), (report.Promises.Met, report.Tickets.Resolved));
        Assert.InRange(took, TimeSpan.Zero, Longest);
        Assert.InRange(grown, long.MinValue, MostMemory);
    }

    /// <summary>The rows of one ticket that was resolved, under many names.</summary>
    private static async Task FillAsync(SqliteDatabase database, World world)
    {
        const string Name = "TICKET";
        var assessment = TicketAssessment.Of(
            [World.Event(Name, 0, TicketEventType.Created), World.Event(Name, 30, TicketEventType.Resolved)],
            [], await world.GetTermsAsync(CancellationToken.None), InMay);
        var rows = OutcomeRows.Of(assessment);
        Assert.Equal(3, rows.Count);
        await database.WriteAsync(
            session =>
            {
                for (var n = 0; n < Tickets; n++)
                {
                    var id = $"T-{n}";
                    OutcomeTable.File(session, id, [.. rows.Select(row => Renamed(row, id, n))]);
                }

                return true;
            },
            CancellationToken.None);

        static ShelfRow Renamed(ShelfRow row, string id, int n) => row with
        {
            TicketId = id,
            // Half of them at one time: a page that ends among them goes on where it ended.
            At = row.Shelf == Shelf.Tickets || n % 2 == 0 ? row.At : row.At + Duration.FromSeconds(n % 3_600),
            Body = row.Body.Replace(Name, id, StringComparison.Ordinal),
        };
    }
}
