using Moq;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Ingestion;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Tests.Harness;
using SlaMonitor.Samples;

namespace SlaMonitor.Monitoring.Tests.Ingestion;

public sealed class EventIngestorTests : IDisposable
{
    private readonly Workplace _place = new();

    private EventIngestor Ingestor => _place.Get<EventIngestor>();

    [Fact]
    public async Task Ingest_SameEventTwiceInADelivery_IsStoredOnce() =>
        Assert.Equal(new IngestionReceipt(1, 1, 0), await Ingest(Events.Created("T", id: "1"), Events.Created("T", id: "1")));

    [Fact]
    public async Task Ingest_SameEventInALaterDelivery_IsARepeat()
    {
        await Ingest(Events.Created("T", id: "1"));

        Assert.Equal(new IngestionReceipt(1, 1, 0), await Ingest(Events.Created("T", id: "1"), Events.Created("T", id: "2")));
        Assert.Equal(2, (await Load("T"))!.Events.Count);
    }

    [Fact]
    public async Task Ingest_SameIdOfAnotherSource_IsAnotherEvent() =>
        Assert.Equal(2, (await Ingest(Events.Created("T", id: "1"), Events.Created("T", id: "1") with { Source = "/other" })).Stored);

    [Fact]
    public async Task Ingest_SameIdWithOtherContent_TheFirstStays()
    {
        await Ingest(
            Events.Created("T", id: "1", change: new() { Title = "first" }),
            Events.Created("T", id: "1", change: new() { Title = "second" }));
        await Ingest(Events.Created("T", id: "1", change: new() { Title = "third" }));

        Assert.Equal("first", Assert.Single((await Load("T"))!.Events).Change.Title);
    }

    [Fact]
    public async Task Ingest_EventsOfManyTickets_EachIsStoredWithItsOwn()
    {
        var receipt = await Ingest(
            Events.Created("A"),
            Events.Created("B"),
            Events.Of(TicketEventType.Unknown, "A", "2026-03-02T08:00:00Z"));

        Assert.Equal(new IngestionReceipt(3, 0, 1), receipt);
        Assert.Equal((2, 1), ((await Load("A"))!.Events.Count, (await Load("B"))!.Events.Count));
    }

    [Fact]
    public async Task Ingest_UnknownEventsAlone_AreKeptAndNeverLookedAt()
    {
        Assert.Equal(new IngestionReceipt(1, 0, 1), await Ingest(Events.Of(TicketEventType.Unknown, "T", "2026-03-02T08:00:00Z")));

        Assert.Null((await Load("T"))!.State.NextLook);
    }

    [Theory]
    [InlineData("2026-03-02T08:00:00Z", null, "2026-03-02T10:00:00Z")] // half of four hours from nine o'clock
    [InlineData("2026-03-01T12:00:00Z", null, "2026-03-02T10:00:00Z")] // created on Sunday: counts from Monday's opening
    [InlineData("2026-03-02T08:00:00Z", TicketStatus.Pending, "2026-03-02T10:00:00Z")] // only the resolution is held
    [InlineData("2026-03-02T08:00:00Z", TicketStatus.Resolved, null)]
    public async Task Ingest_NextLook_IsTheFirstStepToCome(string created, TicketStatus? status, string? expected)
    {
        await Ingest(Events.Created("T", created, change: new() { Status = status }));

        Assert.Equal(expected, (await Load("T"))!.State.NextLook?.ToString());
        Assert.Equal(expected is null ? 0 : 1, (await _place.Store.ReadDueAsync(Instant.MaxValue, 10, default)).Count);
    }

    [Fact]
    public async Task Ingest_LateNewsOfAnEarlierCreation_MovesTheNextLookBack()
    {
        await Ingest(Events.Of(TicketEventType.Updated, "T", "2026-03-02T08:00:00Z"));
        await Ingest(Events.Created("T", "2026-02-27T15:30:00Z")); // an hour and a half before Friday's closing

        Assert.Equal("2026-03-02T08:30:00Z", (await Load("T"))!.State.NextLook?.ToString());
    }

    [Fact]
    public async Task Ingest_TenWritersOfOneTicket_LoseNothing()
    {
        var writers = Enumerable.Range(0, 10).Select(writer => Task.Run(async () =>
        {
            var stored = 0;
            for (var i = 0; i < 10; i++)
                stored += (await Ingest(Events.Created("T", id: $"{writer}-{i}"), Events.Created("T", id: $"shared-{i}"))).Stored;
            return stored;
        }));

        Assert.Equal(110, (await Task.WhenAll(writers)).Sum());
        Assert.Equal(110, (await Load("T"))!.Events.Select(e => e.Id).Distinct().Count());
    }

    [Fact]
    public async Task Ingest_StoreAway_SaysSo_AndSendingAgainCompletesTheDelivery()
    {
        var store = StoreMock.Of(_place.Store);
        store.Setup(s => s.CommitAsync(It.Is<TicketCommit>(commit => commit.TicketId == "B"), It.IsAny<CancellationToken>()))
            .ThrowsAsync(StoreMock.Away);
        TicketEvent[] delivery = [Events.Created("A"), Events.Created("B")];

        await Assert.ThrowsAsync<StoreUnavailableException>(() => IngestorOn(store.Object).IngestAsync(delivery, default));

        Assert.Equal(new IngestionReceipt(1, 1, 0), await Ingest(delivery));
    }

    [Fact]
    public async Task Ingest_StoreThatNeverLetsUsWrite_IsAwayAndNotForEver()
    {
        var ingestor = IngestorOn(StoreMock.NeverWriting(_place.Store));

        var away = await Assert.ThrowsAsync<StoreUnavailableException>(() => ingestor.IngestAsync([Events.Created("T")], default));
        Assert.Equal("Ticket T is being written by too many at once.", away.Message);
    }

    public void Dispose() => _place.Dispose();

    private EventIngestor IngestorOn(ITicketStore store) => _place.Make<EventIngestor>(store);

    private Task<IngestionReceipt> Ingest(params TicketEvent[] events) => Ingestor.IngestAsync(events, default);

    private Task<StoredTicket?> Load(string ticket) => _place.Store.LoadAsync(ticket, default);
}
