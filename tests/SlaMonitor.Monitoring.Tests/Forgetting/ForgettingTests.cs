using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using SlaMonitor.Core.Erasing;
using SlaMonitor.Core.Reporting.Periods;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Reports.Data;
using SlaMonitor.Monitoring.Evaluation;
using SlaMonitor.Monitoring.Forgetting;
using SlaMonitor.Monitoring.Ingestion;
using SlaMonitor.Monitoring.Notification.Orders;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Reporting;
using SlaMonitor.Monitoring.Tests.Harness;
using SlaMonitor.Samples;

namespace SlaMonitor.Monitoring.Tests.Forgetting;

/// <summary>A person is erased from a whole monitor, and every figure of every report stays as it was.</summary>
public sealed partial class ForgettingTests : IDisposable
{
    private const string Ann = "ann@example.com";

    private static readonly string[] Names = [Ann, "Ann Lee", "u-4711"];

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task GoOnAsync_RequesterAndAgent_AreNowhereAnyMore_AndEveryFigureStays()
    {
        await FillAsync();
        var before = await ReportAsync();
        Assert.Contains(Ann, before, StringComparison.Ordinal);
        Assert.NotEmpty(TracesOnDisk());

        var done = await ForgetAsync();

        Assert.Null(done.Next);
        Assert.Empty(done.Kept);
        Assert.Equal((4, done.Record.Id), (done.Record.Tickets, Assert.Single(await RecordsAsync()).Id));
        Assert.NotNull(done.Record.DoneAt);
        Assert.All(["notifications", "mails"], what => Assert.True(done.Record.Traces[what] > 0, what));
        Assert.Equal(Nameless(before), Nameless(await ReportAsync()));
        Assert.DoesNotContain(Ann, await ReportAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(TracesOnDisk());
    }

    [Fact]
    public async Task GoOnAsync_ASecondTime_FindsNothingMore_AndTheRecordStaysOne()
    {
        await FillAsync();
        var first = await ForgetAsync();

        var second = await ForgetAsync();

        Assert.Equal(first.Record.Traces, second.Record.Traces);
        Assert.Equal(
            first.Record with { LastAt = default, DoneAt = null, Traces = second.Record.Traces },
            second.Record with { LastAt = default, DoneAt = null });
        Assert.Single(await RecordsAsync());
    }

    [Fact]
    public async Task GoOnAsync_KilledAtEachCall_IsBegunAgainAndComesToTheSameEnd()
    {
        await FillAsync();
        var before = Nameless(await ReportAsync());
        for (var dieAt = 1; ; dieAt++)
        {
            using var place = new Workplace();
            await FillAsync(place);
            var faults = new Faults { DieAt = dieAt, AfterTheCall = dieAt % 2 == 0 };
            var dying = place.Make<PersonForgetting>(
                new FaultyStore(place.Store, faults), new FaultyNotes(place.Get<IMonitorNotes>(), faults));
            var isDead = false;
            try
            {
                await dying.GoOnAsync(Names, null, default);
            }
            catch (ProcessDiedException)
            {
                isDead = true;
            }

            Assert.Null((await place.Get<PersonForgetting>().GoOnAsync(Names, null, default))!.Next);
            Assert.Equal(before, Nameless(await ReportAsync(place)));
            Assert.DoesNotContain(Ann, await ReportAsync(place), StringComparison.Ordinal);
            if (!isDead) break;
        }
    }

    [Fact]
    public async Task GoOnAsync_InStretches_GoesOnWhereTheOneBeforeEnded()
    {
        await FillAsync();
        var inStretches = _place.Make<PersonForgetting>();
        var stretches = 0;
        string? from = null;
        Forgotten? done;
        var patient = new PersonForgetting(
            _place.Store, _place.Get<TicketForgetting>(), _place.Get<IEnumerable<IPersonTraces>>(),
            _place.Get<Erasing.PseudonymSecret>(), _place.Get<ErasureRecords>(), _place.Get<IAgreementSource>(), _place.Time,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<PersonForgetting>.Instance)
        {
            Patience = TimeSpan.Zero,
            PageSize = 2,
        };
        do
        {
            done = await patient.GoOnAsync(Names, from, default);
            from = done!.Next;
            stretches++;
        }
        while (from is not null);

        Assert.True(stretches > 5);
        Assert.Equal(4, done.Record.Tickets);
        Assert.Empty(TracesOnDisk());
        Assert.Null(await inStretches.GoOnAsync(Names, "nowhere", default));
    }

    [Fact]
    public async Task IngestAsync_LateNewsThatNamesThem_CountsAsEver_AndDoesNotBringThemBack()
    {
        await FillAsync();
        using var kept = new Workplace();
        await FillAsync(kept);
        await ForgetAsync();

        // Ann writes as the requester: were she not known any more, she would pass for an agent who answers.
        var late = new TicketChange { Requesters = ["u-4711"], Author = "U-4711", OthersAreAgents = true, Title = "Re: Ann Lee's printer" };
        foreach (var place in new[] { _place, kept })
        {
            await IngestAsync(place, "T-3", TicketEventType.Replied, "2026-03-02T08:20:00Z", late);
            await IngestAsync(place, "T-3", TicketEventType.Resolved, "2026-03-03T08:00:00Z", new TicketChange { Agent = Ann });
        }

        Assert.Equal(Nameless(await ReportAsync(kept)), Nameless(await ReportAsync()));
        Assert.DoesNotContain(Ann, await ReportAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, (await ForgetAsync()).Record.Events - (await RecordsAsync())[0].Events);
        Assert.Empty(TracesOnDisk());
    }

    [Fact]
    public async Task GoOnAsync_AgreementAsksForThemByName_KeepsThemThere_AndSaysSo()
    {
        var agreement = SampleAgreements.Office.Replace(
            "  - { id: response, ",
            $"  - {{ id: vip, metric: firstResponse, within: 1h, calendar: office, when: {{ requester: \"{Ann}\" }} }}\n"
            + "  - { id: response, ",
            StringComparison.Ordinal);
        using var place = new Workplace(agreement);
        await FillAsync(place);
        var before = Nameless(await ReportAsync(place));

        var done = (await place.Get<PersonForgetting>().GoOnAsync(Names, null, default))!;

        Assert.Equal(["T-1"], done.Kept);
        Assert.Equal((1, 3), (done.Record.Kept, done.Record.Tickets));
        Assert.Equal(before, Nameless(await ReportAsync(place)));
    }

    [Fact]
    public async Task GoOnAsync_ContactOfAnAgreement_IsNamed()
    {
        var done = (await _place.Get<PersonForgetting>().GoOnAsync(["lead@example.com"], null, default))!;

        Assert.Equal(["office"], done.Agreements);
    }

    [Fact]
    public async Task GoOnAsync_PersonWasTold_TheLedgerStillKnowsOfWhichStep()
    {
        await FillAsync();
        var told = (await _place.Ledger.ListAsync("T-2", default)).Where(record => record.Recipient == Ann).ToList();
        Assert.NotEmpty(told);
        var steps = (await _place.Store.LoadAsync("T-2", default))!.State.FiredSteps;

        await ForgetAsync();

        var after = (await _place.Ledger.ListAsync("T-2", default)).Where(record => Pseudonyms.Is(record.Recipient)).ToList();
        Assert.Equal(told.Select(record => record.NotificationId), after.Select(record => record.NotificationId));
        Assert.All(told.Zip(after), pair => Assert.Equal(
            steps.Where(step => AllClearTellings.Told(pair.First, step)), steps.Where(step => AllClearTellings.Told(pair.Second, step))));
        Assert.Contains(after, record => steps.Any(step => AllClearTellings.Told(record, step)));
    }

    private Task FillAsync() => FillAsync(_place);

    /// <summary>Four tickets that name Ann, as requester or as agent, one that does not; two are broken, and mails told of it.</summary>
    private static async Task FillAsync(Workplace place)
    {
        place.Clock.Reset(Instant.FromUtc(2026, 3, 2, 8, 0));
        var asked = new TicketChange
        {
            Requesters = ["u-4711", Ann],
            Title = "My printer, Ann Lee",
            Customer = "ACME",
            Assignee = "bob@example.com",
        };
        var hers = new TicketChange { Requesters = ["carl"], Title = "For Ann Lee: lamp", Customer = "ACME", Assignee = Ann, Agent = Ann };
        await IngestAsync(place, "T-1", TicketEventType.Created, "2026-03-02T08:00:00Z", asked);
        await IngestAsync(place, "T-2", TicketEventType.Created, "2026-03-02T08:00:00Z", hers);
        await IngestAsync(place, "T-3", TicketEventType.Created, "2026-03-02T08:00:00Z", asked with { Requesters = ["u-4711"] });
        var inCapitals = hers with { Assignee = "ANN@example.com", Agent = null };
        var bobs = hers with { Title = "Lamp", Assignee = "bob@example.com", Agent = "bob@example.com" };
        await IngestAsync(place, "T-4", TicketEventType.Created, "2026-03-02T08:00:00Z", inCapitals);
        await IngestAsync(place, "T-5", TicketEventType.Created, "2026-03-02T08:00:00Z", bobs);
        await IngestAsync(
            place, "T-1", TicketEventType.Replied, "2026-03-02T08:05:00Z", new TicketChange { Author = Ann, OthersAreAgents = true });
        foreach (var hour in new[] { 3, 5, 12, 60 })
        {
            place.Clock.Reset(Instant.FromUtc(2026, 3, 2, 8, 0) + Duration.FromHours(hour));
            await place.Get<DeadlineEvaluator>().EvaluateAsync(default);
            await place.NotifyAllAsync();
        }

        await IngestAsync(place, "T-1", TicketEventType.Resolved, "2026-03-04T12:00:00Z", new TicketChange { Agent = "bob@example.com" });
        await IngestAsync(place, "T-2", TicketEventType.Resolved, "2026-03-02T09:00:00Z", new TicketChange { Agent = Ann });
        place.Clock.Reset(Instant.FromUtc(2026, 4, 1, 7, 0));
    }

    private static Task<IngestionReceipt> IngestAsync(
        Workplace place, string ticket, TicketEventType type, string time, TicketChange change) =>
        place.Get<EventIngestor>().IngestAsync([Events.Of(type, ticket, time, change: change)], default);

    private async Task<Forgotten> ForgetAsync() => (await _place.Get<PersonForgetting>().GoOnAsync(Names, null, default))!;

    private Task<IReadOnlyList<ErasureRecord>> RecordsAsync() => _place.Get<ErasureRecords>().ListAsync(default);

    private Task<string> ReportAsync() => ReportAsync(_place);

    private static async Task<string> ReportAsync(Workplace place)
    {
        var maker = place.Get<ReportMaker>();
        var report = await maker.MakeAsync((await maker.FindAsync("office", default))!, ReportSpan.Parse("2026-03")!, null, default);
        using var body = new MemoryStream();
        ReportJson.Write(body, report);
        return Encoding.UTF8.GetString(body.ToArray());
    }

    /// <summary>A report without names, and without the order that names bring rows of a list into.</summary>
    private static string Nameless(string report)
    {
        var without = Name().Replace(Title().Replace(report, "TITLE"), "NAME");
        return string.Join('\n', without.Split("},{").Order(StringComparer.Ordinal));
    }

    /// <summary>The files of the monitor that hold one of the names.</summary>
    private IReadOnlyList<string> TracesOnDisk()
    {
        SqliteConnection.ClearAllPools();
        return
        [
            .. Directory.EnumerateFiles(_place.Folder, "*", SearchOption.AllDirectories)
                .Where(path => Encoding.UTF8.GetString(ReadAll(path)) is var text
                    && Names.Any(name => text.Contains(name, StringComparison.OrdinalIgnoreCase))),
        ];
    }

    private static byte[] ReadAll(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var all = new MemoryStream();
        file.CopyTo(all);
        return all.ToArray();
    }

    [GeneratedRegex(@"forgotten-[a-p]{20}|ann@example\.com|u-4711", RegexOptions.IgnoreCase)]
    private static partial Regex Name();

    [GeneratedRegex("""(?<="title":)("[^"]*"|null)(?=[,}])""")]
    private static partial Regex Title();
}
