using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Ingestion;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Views;

namespace SlaMonitor.Monitoring.Tests.Stories;

/// <summary>
/// A helpdesk is connected, and some of its tickets are older than that: they are shown as they stand, and nobody is told of what was due
/// before. A creation that is lost later is another matter.
/// </summary>
public sealed class ConnectingStories : IDisposable
{
    private readonly Desk _desk = new();

    [Fact]
    public async Task Helpdesk_ConnectedWithOldTickets_SetsOffNoStorm_AndTellsWhatIsDueFromThenOn()
    {
        await _desk.UntilAsync("03-04 10:00");
        for (var ticket = 1; ticket <= 20; ticket++)
            await _desk.HappensAsync("03-04 10:00", TicketEventType.Updated, $"OLD-{ticket}", Told("03-02 09:00", "anna"));
        await _desk.HappensAsync("03-04 10:00", TicketEventType.Updated, "YOUNG", Told("03-04 09:00", "anna"));

        await _desk.UntilAsync("03-04 12:00");
        Assert.Empty(_desk.NewMails());
        var shown = (await _desk.Place.Get<TicketViews>().FindAsync("OLD-1", default))!;
        Assert.Equal((ClockState.Breached, Desk.At("03-02 09:00")), (shown.Clocks[0].State, shown.Clocks[0].StartedAt));
        Assert.Equal((Instant?)Desk.At("03-04 10:00"), shown.HeardSince);
        Assert.Contains(
            "The helpdesk is heard since Wed 2026-03-04 10:00:00: what was due before is shown, and told to nobody.",
            await _desk.Place.Get<TicketViews>().ExplainAsync("OLD-1", default), StringComparison.Ordinal);

        await _desk.UntilAsync("03-04 14:00");
        Assert.Equal(["anna: warning 50% of YOUNG"], _desk.NewMails());
    }

    [Fact]
    public async Task OldTicket_OfWhichNobodyIsTold_IsInTheLogOnce()
    {
        var logger = new FakeLogger<EventIngestor>();
        using var desk = new Desk(configure: services => services.AddSingleton<ILogger<EventIngestor>>(logger));
        await desk.UntilAsync("03-04 10:00");
        await desk.HappensAsync("03-04 10:00", TicketEventType.Updated, "YOUNG");
        await desk.HappensAsync("03-04 10:00", TicketEventType.Updated, "OLD", Told("03-02 09:00", "anna"));
        await desk.HappensAsync("03-04 10:01", TicketEventType.Updated, "OLD", Told("03-02 09:00", "ben"));

        var said = Assert.Single(logger.Collector.GetSnapshot(), record => record.Id.Name == "EarlierStepsNotTold");
        Assert.Equal(
            "Ticket OLD: it is older than 2026-03-04T09:00:00Z, since when its helpdesk is heard; "
            + "what was due before is shown, and told to nobody",
            said.Message);
    }

    [Fact]
    public async Task Creation_ThatIsLostLater_IsNoReasonToBeSilent()
    {
        await _desk.OpensAsync("03-02 09:00", "FIRST");
        await _desk.RepliesAsync("03-02 09:30", "FIRST");
        await _desk.UntilAsync("03-03 10:00");
        await _desk.HappensAsync("03-03 10:00", TicketEventType.Updated, "LOST", Told("03-02 09:00", "anna"));

        await _desk.UntilAsync("03-03 10:01");

        Assert.Equal(
            [
                "anna: breach due of LOST", "boss: breach due + 3h elapsed of LOST", "first: breach due of LOST",
                "lead: breach due + 2h of LOST",
            ],
            _desk.NewMails());
    }

    [Fact]
    public async Task Creation_ThatComesAfterAll_TellsWhatItWouldHaveTold()
    {
        await _desk.UntilAsync("03-03 11:00");
        await _desk.HappensAsync("03-03 11:00", TicketEventType.Updated, "LATE", Told("03-02 09:00", "anna"));
        await _desk.UntilAsync("03-03 11:05");
        Assert.Empty(_desk.NewMails());

        await _desk.HappensAsync("03-02 09:00", TicketEventType.Created, "LATE");
        await _desk.UntilAsync("03-03 11:06");

        Assert.NotEmpty(_desk.NewMails());
    }

    [Fact]
    public async Task Ticket_OlderThanAllVersions_IsGovernedByNone_AndThatIsSaid()
    {
        await _desk.UntilAsync("03-04 10:00");
        await _desk.HappensAsync(
            "03-04 10:00", TicketEventType.Updated, "OLD", new TicketChange { CreatedAt = Instant.FromUtc(2019, 12, 1, 9, 0) });

        Assert.StartsWith(
            "OLD: office v1 takes effect on 2020-01-01, and nothing was agreed before. The ticket was created 2019-12-01T09:00:00Z. "
            + "The creation itself was never received: ticket.updated of Wed 2026-03-04 09:00:00 (/helpdesk) told its time.\n",
            await _desk.Place.Get<TicketViews>().ExplainAsync("OLD", default), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Source_IsHeardSinceItsFirstEvent_AlsoByTheNextProcess()
    {
        await _desk.HappensAsync("03-02 09:00", TicketEventType.Created, "FIRST");
        var next = _desk.Place.Make<FirstEvents>();

        Assert.Equal(
            (Instant?)Desk.At("03-02 09:00"),
            await next.SinceAsync([SlaMonitor.Samples.Events.Created("X", "2026-03-04T08:00:00Z")], default));
        Assert.Equal(
            Instant.FromUtc(2026, 3, 4, 8, 0),
            await next.SinceAsync(
                [SlaMonitor.Samples.Events.Created("X", "2026-03-04T08:00:00Z") with { Source = new string('/', 256) }], default));
    }

    [Fact]
    public async Task Creations_ThatWereLost_AreCountedByConnection_UntilTheyCome()
    {
        await _desk.HappensAsync("03-02 09:00", TicketEventType.Updated, "A");
        await _desk.HappensAsync("03-02 09:00", TicketEventType.Replied, "B", new TicketChange { Author = "5", OthersAreAgents = true });
        await _desk.HappensAsync("03-02 09:10", TicketEventType.Updated, "B");
        Assert.Equal(2, Counts["helpdesk.lostCreation"]);
        Assert.Equal(1, Counts["helpdesk.unknownRequester"]);

        await _desk.HappensAsync("03-02 08:00", TicketEventType.Created, "A");
        await _desk.HappensAsync("03-02 08:00", TicketEventType.Created, "B", new TicketChange { Requesters = ["9"] });

        Assert.Empty(Counts);
    }

    [Fact]
    public async Task DueTimes_ThatWereAgreedInVain_AreCountedByConnection()
    {
        await _desk.HappensAsync("03-02 09:00", TicketEventType.Created, "A");
        var due = new AgreedDue("resolution", Desk.At("03-05 09:00"), "a part is missing", "Li Wei");

        await _desk.HappensAsync("03-02 09:10", TicketEventType.DueAgreed, "A", new TicketChange { AgreedDue = due });

        Assert.Equal(1, Counts["helpdesk.agreedDueInVain"]); // its target does not allow for one
    }

    public void Dispose() => _desk.Dispose();

    private IReadOnlyDictionary<string, long> Counts => ((ICounts)_desk.Place.Get<SourceCounts>()).Read();

    private static TicketChange Told(string createdAt, string assignee) => new() { CreatedAt = Desk.At(createdAt), Assignee = assignee };
}
