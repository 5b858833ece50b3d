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

    /// <summary>With thousands of events each attempt takes long, and all but one of eight would be for nothing.</summary>
    [Fact]
    public async Task Change_ManyAtOnce_TakeTurns_AndNoneTriesTwice()
    {
        await _place.Get<EventIngestor>().IngestAsync([Events.Created("T")], default);
        var tickets = _place.Get<AssessedTickets>();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(number =>
            Task.Run(() => tickets.ChangeAsync("T", ticket => Fire(ticket, $"{number}"), default))));

        Assert.Equal(20, _asked);
        Assert.Equal(20, (await _place.Store.LoadAsync("T", default))!.State.FiredSteps.Count);
    }

    [Fact]
    public async Task Change_WhileAnotherTicketIsBeingChanged_DoesNotWait()
    {
        await _place.Get<EventIngestor>().IngestAsync([Events.Created("T"), Events.Created("U")], default);
        var tickets = _place.Get<AssessedTickets>();
        using var turns = new SemaphoreSlim(0);
        var slow = Task.Run(() => tickets.ChangeAsync(
            "T",
            _ =>
            {
                turns.Wait();
                return ((TicketCommit?)null, true);
            },
            default));

        Assert.True(await tickets.ChangeAsync<bool>("U", _ => (null, true), default));
        turns.Release();
        Assert.True(await slow);
    }

    [Fact]
    public async Task Turns_AreLeft_WhoeverGivesUpWaiting()
    {
        var turns = new TicketTurns();
        var first = await turns.TakeAsync("T", default);
        using var patience = new CancellationTokenSource();
        var second = turns.TakeAsync("T", patience.Token);
        Assert.False(second.IsCompleted);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);

        first.Dispose();
        Assert.Equal(0, turns.Count);
        (await turns.TakeAsync("T", default)).Dispose();
    }

    [Fact]
    public async Task Change_UnknownTicket_HasNoAssessmentAndMayBeCreated()
    {
        var tickets = _place.Get<AssessedTickets>();
        var unknown = await tickets.LoadAsync("T", default);
        Assert.Equal((false, null), (unknown.IsKnown, unknown.Assessment));

        await tickets.ChangeAsync(unknown, ticket => (ticket.Commit([Events.Created("T")], ticket.State, null), true), default);

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

    private (TicketCommit? Commit, int Asked) Fire(AssessedTicket ticket, string step)
    {
        var fired = ticket.State with { FiredSteps = [.. ticket.State.FiredSteps, new(step)] };
        return (ticket.Commit([], fired, ticket.Assessment), Interlocked.Increment(ref _asked));
    }
}
