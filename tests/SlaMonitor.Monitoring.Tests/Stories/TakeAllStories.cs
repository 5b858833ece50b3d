using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Pages;
using SlaMonitor.Monitoring.Notification.Acknowledging;
using SlaMonitor.Monitoring.Tests.Harness;

namespace SlaMonitor.Monitoring.Tests.Stories;

/// <summary>One mail that tells of many promises has one button for all of them.</summary>
public sealed class TakeAllStories : IDisposable
{
    private readonly Desk _desk = new();

    [Fact]
    public async Task StormOf500_OnePressTakesAll_AndTheNextStepWaitsForEachOfThem()
    {
        await StormAsync(500);

        var page = await _desk.TakesAllAsync("03-03 09:30", "first");

        Assert.Equal((AcknowledgeState.Taken, true, 500), (page.State, page.JustTaken, page.Promises.Count));
        Assert.All(page.Promises, promise => Assert.Equal((true, "first@example.com"), (promise.JustTaken, promise.By)));
        _desk.NewMails();
        await _desk.UntilAsync("03-03 13:29"); // due + 2h was at 10:00
        Assert.Empty(_desk.NewMails());

        await _desk.UntilAsync("03-03 13:31");
        Assert.Equal(
            500,
            Assert.Single(_desk.NewMails()).Split(';').Count(told => told.Contains("breach due + 2h of T", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task SomeAnsweredMeanwhile_SomeTakenByAnna_TheRestIsTaken_AndThePageSaysWhich()
    {
        await StormAsync(4);
        await _desk.HappensAsync("03-02 17:01", TicketEventType.Replied, "T000", new TicketChange { By = Actor.Agent });
        await _desk.TakesAsync("03-02 17:02", "anna", "T001");

        var page = await _desk.TakesAllAsync("03-02 17:03", "first");

        Assert.Equal(
            ["T000 Done ", "T001 Taken anna@example.com", "T002 Taken first@example.com", "T003 Taken first@example.com"],
            page.Promises.Select(promise => $"{promise.Explanation.Clock.Ticket.Id} {promise.State} {promise.By}")
                .Order(StringComparer.Ordinal));
        Assert.Equal(2, page.Promises.Count(promise => promise.JustTaken));
    }

    [Fact]
    public async Task PressedTwice_TheSecondTimeChangesNothing_AndSaysWhoHasIt()
    {
        await StormAsync(3);
        await _desk.TakesAllAsync("03-02 17:02", "first");
        var before = await EventsAsync(3);

        var again = await _desk.TakesAllAsync("03-02 17:03", "first");

        Assert.Equal((AcknowledgeState.Taken, false), (again.State, again.JustTaken));
        Assert.All(again.Promises, promise =>
            Assert.Equal((Desk.At("03-02 17:02"), Desk.At("03-02 21:02")), (promise.At!.Value, promise.Until!.Value)));
        Assert.Equal(before, await EventsAsync(3));
    }

    [Fact]
    public async Task LookedAt_HoweverOften_NothingIsTaken()
    {
        await StormAsync(3);
        var token = _desk.TokenOfAll("first");
        for (var i = 0; i < 3; i++)
            Assert.Equal(AcknowledgeState.Open, (await _desk.Place.Get<Acknowledger>().LookAsync(token, default)).State);

        Assert.Equal(3, await EventsAsync(3));
    }

    [Fact]
    public async Task StoreGoesAwayInTheMiddle_PressingAgainTakesTheRest()
    {
        await StormAsync(20);
        var token = _desk.TokenOfAll("first");
        var failing = new Faults { DieAt = 25 };
        await Assert.ThrowsAnyAsync<Exception>(() =>
            _desk.Place.Make<Acknowledger>(_desk.Place.Make<PromiseTaking>(new FaultyStore(_desk.Place.Store, failing)))
                .TakeAsync(token, default));
        var taken = await EventsAsync(20) - 20;

        var page = await _desk.Place.Get<Acknowledger>().TakeAsync(token, default);

        Assert.InRange(taken, 1, 19);
        Assert.Equal(20 - taken, page.Promises.Count(promise => promise.JustTaken));
        Assert.Equal(40, await EventsAsync(20));
    }

    [Fact]
    public async Task OnePressForAll_IsAsPressingEachLink()
    {
        await StormAsync(6);
        using var other = new Desk();
        await StormAsync(6, other);

        await _desk.TakesAllAsync("03-02 17:02", "first");
        for (var i = 0; i < 6; i++) await other.TakesAsync("03-02 17:02", "first", $"T{i:000}");

        for (var i = 0; i < 6; i++)
        {
            var (one, all) =
                (await other.Place.Store.LoadAsync($"T{i:000}", default), await _desk.Place.Store.LoadAsync($"T{i:000}", default));
            Assert.Equal(one!.Events[^1], all!.Events[^1]);
            Assert.Equal(one.State.NextLook, all.State.NextLook);
        }
    }

    [Fact]
    public async Task MailThatNobodyRemembers_HasAnExpiredLink()
    {
        await StormAsync(2);
        var token = _desk.Place.Get<AcknowledgeTokens>()
            .Issue(new MailGrant("another", "first@example.com"), _desk.Place.Clock.GetCurrentInstant());

        Assert.Equal(AcknowledgeState.Expired, (await _desk.Place.Get<Acknowledger>().TakeAsync(token, default)).State);
    }

    public void Dispose() => _desk.Dispose();

    /// <summary>Tickets at opening that nobody answers until all of them are due.</summary>
    private Task StormAsync(int tickets) => StormAsync(tickets, _desk);

    private static async Task StormAsync(int tickets, Desk desk)
    {
        for (var i = 0; i < tickets; i++)
            await desk.HappensAsync("03-02 09:00", TicketEventType.Created, $"T{i:000}", new() { Assignee = "anna" });
        desk.Place.Clock.Reset(Desk.At("03-02 17:01"));
        await desk.TickAsync();
    }

    private async Task<int> EventsAsync(int tickets)
    {
        var events = 0;
        for (var i = 0; i < tickets; i++) events += (await _desk.Place.Store.LoadAsync($"T{i:000}", default))!.Events.Count;
        return events;
    }
}
