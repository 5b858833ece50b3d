using SlaMonitor.Monitoring.Assessment;
using SlaMonitor.Monitoring.Ingestion;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Tests.Harness;
using SlaMonitor.Samples;

namespace SlaMonitor.Monitoring.Tests.Assessment;

public sealed class AssessedTicketsTests : IDisposable
{
    private readonly Workplace _place = new();
    private int _asked;

    [Fact]
    public async Task Change_SomebodyElseWasFasterOnce_DecidesAgainOnWhatTheyWrote()
    {
        await _place.Get<EventIngestor>().IngestAsync([Events.Created("T")], default);
        var tickets = _place.Get<AssessedTickets>();
        var outdated = await tickets.LoadAsync("T", default);
        await tickets.ChangeAsync("T", ticket => Fire(ticket, "theirs"), default);
        _asked = 0;

        var answer = await tickets.ChangeAsync(outdated, ticket => Fire(ticket, "ours"), default);

        Assert.Equal((2, 2), (_asked, answer));
        Assert.Equal(["theirs", "ours"], (await _place.Store.LoadAsync("T", default))!.State.FiredSteps.Select(step => step.ToString()));
    }

    [Fact]
    public async Task Change_SomebodyElseIsAlwaysFaster_GivesUpAndSaysSo()
    {
        await _place.Get<EventIngestor>().IngestAsync([Events.Created("T")], default);
        var tickets = _place.Make<AssessedTickets>(StoreMock.NeverWriting(_place.Store));

        var e = await Assert.ThrowsAsync<StoreUnavailableException>(
            () => tickets.ChangeAsync("T", ticket => Fire(ticket, "ours"), default));

        Assert.Equal((AssessedTickets.MostAttempts, "Ticket T is being written by too many at once."), (_asked, e.Message));
    }

    [Fact]
    public async Task Change_UnknownTicket_HasNoAssessmentAndMayBeCreated()
    {
        var tickets = _place.Get<AssessedTickets>();
        var unknown = await tickets.LoadAsync("T", default);
        Assert.Equal((false, null), (unknown.IsKnown, unknown.Assessment));

        await tickets.ChangeAsync(unknown, ticket => (ticket.Commit([Events.Created("T")], ticket.State), true), default);

        var known = await tickets.LoadAsync("T", default);
        Assert.NotEmpty(known.Assessment!.Clocks);
    }

    [Fact]
    public async Task Change_NothingToDo_WritesNothing()
    {
        await _place.Get<EventIngestor>().IngestAsync([Events.Created("T")], default);
        var before = await _place.Store.LoadAsync("T", default);

        Assert.Equal("as it is", await _place.Get<AssessedTickets>().ChangeAsync<string>("T", _ => (null, "as it is"), default));

        Assert.Equal(before!.Tag, (await _place.Store.LoadAsync("T", default))!.Tag);
    }

    public void Dispose() => _place.Dispose();

    private (TicketCommit? Commit, int Asked) Fire(AssessedTicket ticket, string step) =>
        (ticket.Commit([], ticket.State with { FiredSteps = [.. ticket.State.FiredSteps, new(step)] }), ++_asked);
}
