using Microsoft.Extensions.Options;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Health;
using SlaMonitor.Monitoring.Health.Findings;
using SlaMonitor.Monitoring.Health.Settings;
using SlaMonitor.Monitoring.Health.Watching;
using SlaMonitor.Monitoring.Ingestion;
using SlaMonitor.Monitoring.Notification.WayOut;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Tests.Harness;
using SlaMonitor.Samples;

namespace SlaMonitor.Monitoring.Tests.Health;

/// <summary>What each thing that the monitor needs looks like in the health when it fails.</summary>
public sealed class ProbeTests : IDisposable
{
    private readonly SwitchedPorts _ports = new();
    private readonly Workplace _place;

    public ProbeTests() => _place = new Workplace(configure: _ports.Register);

    [Fact]
    public async Task All_Well_IsHealthy_AndNamesWhatWasLookedAt()
    {
        var view = await LookAsync();

        Assert.Equal(HealthStatus.Healthy, view.Status);
        Assert.Equal(
            "agreements channels dailyMail dateMails deadLetters due evaluation mails queue reports secrets store storedData unreached",
            string.Join(' ', view.Checks.Keys.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Store_ThatCanBeReadAndNotWritten_IsUnhealthy()
    {
        await LookAsync();
        _ports.NotesCannotBeWritten = true;

        await AssertUnhealthyAsync("The database or disk is full.");
    }

    [Fact]
    public async Task Queue_ThatCanBeReadAndNotWritten_IsUnhealthy()
    {
        _ports.QueueCannotBeWritten = true;

        await AssertUnhealthyAsync("The queue takes nothing.");
    }

    [Fact]
    public async Task OldestDue_OverdueByMoreThan15Minutes_IsUnhealthy()
    {
        await IngestAsync("T");
        await _place.Get<EvaluationNotes>().KeepAsync("failed", "it died", default);
        _place.Clock.Reset(Instant.FromUtc(2026, 3, 2, 10, 15)); // warned at 10:00
        Assert.Equal(HealthStatus.Healthy, (await LookAsync()).Checks["due"]);

        _place.Clock.Advance(Duration.FromSeconds(1));
        var view = await LookAsync();
        Assert.Equal(HealthStatus.Unhealthy, view.Checks["due"]);
        Assert.Contains(
            "Ticket T should have been looked at 15 minutes ago, at 2026-03-02T10:00:00Z: deadlines are not looked at.", view.Problems);
    }

    /// <summary>What happened long ago and is told now is due long ago, and is looked at by the next tick.</summary>
    [Fact]
    public async Task OldestDue_ThatCameAfterAGoodEvaluation_WaitsForTheNext_AndNotForTheOneAfter()
    {
        _place.Clock.Reset(Instant.FromUtc(2026, 9, 2, 10, 0));
        await EvaluateAsync();
        await IngestAsync("T");
        Assert.Equal(HealthStatus.Healthy, (await LookAsync()).Status);

        Pass(minutes: 1);
        await _place.Get<EvaluationNotes>().KeepAsync("ok", null, default);
        Assert.Equal(HealthStatus.Unhealthy, (await LookAsync()).Checks["due"]);
    }

    [Fact]
    public async Task Evaluation_NoneForTenMinutesSinceTheFirstLook_IsUnhealthy()
    {
        Assert.Equal("awaited", (await LookAsync()).LastEvaluation!.Outcome);
        Pass(minutes: 10);
        Assert.Equal(HealthStatus.Healthy, (await LookAsync()).Status);

        Pass(minutes: 1);
        await AssertUnhealthyAsync(
            "No evaluation has ended for 11 minutes, since 2026-03-02T08:00:00Z: deadlines are not looked at. See whether the function "
            + "EvaluateDeadlines runs.");
    }

    [Fact]
    public async Task Evaluation_ThatEndsWell_MakesUpForIt_AndIsLateAgainLater()
    {
        await LookAsync();
        Pass(minutes: 60);
        await EvaluateAsync();
        Assert.Equal((HealthStatus.Healthy, "ok"), await LookAsync() switch { var view => (view.Status, view.LastEvaluation!.Outcome) });

        Pass(minutes: 11);
        Assert.Equal(HealthStatus.Unhealthy, (await LookAsync()).Status);
    }

    /// <summary>In a trial the clock stands still, runs or is moved; nothing is late for that.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Evaluation_LateByOneClockOnly_IsNotLate(bool isTheMonitors)
    {
        await EvaluateAsync();
        if (isTheMonitors) _place.Clock.Advance(Duration.FromDays(1));
        else _place.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(HealthStatus.Healthy, (await LookAsync()).Status);
    }

    /// <summary>How old a note from later than now is nobody knows: it is waited for anew.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Evaluation_NotedBeforeTheClockWasSetBack_IsNotRecent(bool bothClocks)
    {
        await EvaluateAsync();
        _place.Time.Set(TimeSpan.FromHours(-1));
        if (bothClocks) _place.Clock.Advance(-Duration.FromHours(1));
        Assert.Equal("awaited", (await LookAsync()).LastEvaluation!.Outcome);

        Pass(minutes: 11);
        Assert.Equal(HealthStatus.Unhealthy, (await LookAsync()).Checks["evaluation"]);
    }

    [Fact]
    public async Task Evaluation_NotedByAClockThatIsAFewMinutesAhead_IsRecent()
    {
        await EvaluateAsync();
        _place.Time.Set(TimeSpan.FromMinutes(-5));

        Assert.Equal("ok", (await LookAsync()).LastEvaluation!.Outcome);
    }

    [Fact]
    public async Task Evaluation_ThatFailed_IsUnhealthy()
    {
        await IngestAsync("T");
        Pass(minutes: 121);
        _ports.QueueCannotBeWritten = true;
        await Assert.ThrowsAsync<QueueUnavailableException>(EvaluateAsync);
        _ports.QueueCannotBeWritten = false;

        await AssertUnhealthyAsync("The evaluation of 2026-03-02T10:01:00Z failed: The queue takes nothing.");
    }

    [Fact]
    public async Task Evaluation_ThatIsHeld_IsUnhealthy_ForWantOfMailsAlone()
    {
        _place.Mailer.Obstacle = "The key is missing.";
        await EvaluateAsync();

        await AssertUnhealthyAsync("The key is missing.");
    }

    [Fact]
    public async Task Evaluation_ThatLacksTickets_IsDegraded()
    {
        await IngestAsync("T", "U");
        Pass(minutes: 121);
        _ports.UnreadableTicket = "U";
        await Assert.ThrowsAsync<AggregateException>(EvaluateAsync);

        await AssertDegradedAsync(
            "The evaluation of 2026-03-02T10:01:00Z is incomplete: 1 ticket(s) could not be evaluated: see the log (EvaluationFailed).");
    }

    [Fact]
    public async Task Mails_ThatCannotLeave_AreUnhealthy_UntilOneLeaves()
    {
        _place.Mailer.Script.Enqueue(new SendOutcome.Unavailable("535 wrong password"));
        await SendAsync("T");
        await AssertUnhealthyAsync("No mail has left since 2026-03-02T08:00:00Z, and all mails wait: 535 wrong password");

        Pass(minutes: 5);
        await _place.NotifyAllAsync();
        var view = await LookAsync();
        Assert.Equal(HealthStatus.Healthy, view.Status);
        Assert.Equal(
            new MailsView(At(5), null, At(0), "535 wrong password"),
            view.Mails);
    }

    /// <summary>In Azure, who answers is not who sends.</summary>
    [Fact]
    public async Task Mails_ThatAnotherProcessCannotSend_AreKnownHere_UntilItsWordIsOld()
    {
        var another = _place.Make<MailWayOut>();
        another.Close("421 too busy", asked: null);
        await _place.Make<MailNotes>(another).KeepAsync(default);
        await AssertUnhealthyAsync("No mail has left since 2026-03-02T08:00:00Z, and all mails wait: 421 too busy");

        Pass(minutes: 16);
        await EvaluateAsync();
        Assert.Equal(HealthStatus.Healthy, (await LookAsync()).Status);
    }

    [Fact]
    public async Task Mails_NotedBeforeTheClockWasSetBack_AreNotRecent_AndTheNextTryIsNoted()
    {
        var (away, notes) = (_place.Make<MailWayOut>(), _place.Make<MailNotes>());
        away.Close("421 too busy", asked: null);
        var another = _place.Make<MailNotes>(away);
        await another.KeepAsync(default);
        _place.Time.Set(TimeSpan.FromHours(-1));
        Assert.Null((await notes.FindAsync(default)).ClosedSince);

        away.Close("421 too busy", asked: null);
        await another.KeepAsync(default);
        Assert.Equal(At(0), (await notes.FindAsync(default)).ClosedSince);
    }

    [Fact]
    public async Task DeadLetters_AreDegraded_AndWhoeverNobodyIsLeftForIsNamed()
    {
        for (var person = 0; person < 3; person++) _place.Mailer.Script.Enqueue(new SendOutcome.Refused("550 no such user"));
        await SendAsync("T");

        var view = await LookAsync();
        Assert.Equal(HealthStatus.Degraded, view.Status);
        Assert.Equal(
            [
                "1 mail(s) reached nobody, and nobody is left who could be told, of ticket T: see to it, mend the addresses, and send them "
                + "again or drop them (/api/dead-letters).",
                "2 notification(s) could not be sent and lie with the dead letters: see /api/dead-letters.",
            ],
            view.Problems);
    }

    public void Dispose() => _place.Dispose();

    private static Instant At(int minutes) => Instant.FromUtc(2026, 3, 2, 8, 0) + Duration.FromMinutes(minutes);

    private void Pass(int minutes)
    {
        _place.Clock.Advance(Duration.FromMinutes(minutes));
        _place.Time.Advance(TimeSpan.FromMinutes(minutes));
    }

    private Task<HealthView> LookAsync()
    {
        // A look is good for ten seconds; the test wants a new one, and no time to go by.
        var probes = _place.Get<IEnumerable<IHealthProbe>>();
        var fresh = new MonitorHealth(() => (probes, []), _place.Get<IOptions<HealthOptions>>(), _place.Clock, _place.Time);
        return fresh.LookAsync(default);
    }

    private async Task AssertUnhealthyAsync(string problem)
    {
        var view = await LookAsync();
        Assert.Equal([problem], view.Problems);
        Assert.Equal(HealthStatus.Unhealthy, view.Status);
    }

    private async Task AssertDegradedAsync(string problem)
    {
        var view = await LookAsync();
        Assert.Equal([problem], view.Problems);
        Assert.Equal(HealthStatus.Degraded, view.Status);
    }

    private Task EvaluateAsync() => _place.Get<WatchedEvaluation>().EvaluateAsync(default);

    private async Task IngestAsync(params string[] tickets)
    {
        foreach (var ticket in tickets)
        {
            await _place.Get<EventIngestor>()
                .IngestAsync([Events.Created(ticket, change: new TicketChange { Assignee = "anna@example.com" })], default);
        }
    }

    /// <summary>A warning of a ticket is due, and is sent; real time stands still.</summary>
    private async Task SendAsync(string ticket)
    {
        await IngestAsync(ticket);
        _place.Clock.Reset(Instant.FromUtc(2026, 3, 2, 10, 0, 1));
        await EvaluateAsync();
        await _place.NotifyAllAsync();
        while (_place.Get<Local.Queues.LocalQueues>().Count("notifications").Active > 0) await _place.NotifyAllAsync();
    }
}
