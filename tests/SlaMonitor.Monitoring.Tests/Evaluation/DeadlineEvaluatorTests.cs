using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Monitoring.Assessment;
using SlaMonitor.Monitoring.Evaluation;
using SlaMonitor.Monitoring.Ingestion;
using SlaMonitor.Monitoring.Notification.Addressees;
using SlaMonitor.Monitoring.Notification.Delivery;
using SlaMonitor.Monitoring.Notification.Surveys;
using SlaMonitor.Monitoring.Notification.WayOut;
using SlaMonitor.Monitoring.Observability;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Tests.Harness;
using SlaMonitor.Samples;

namespace SlaMonitor.Monitoring.Tests.Evaluation;

public sealed class DeadlineEvaluatorTests : IDisposable
{
    private const string Warning = "response/1/14400s/50%";
    private const string Breach = "response/1/14400s/due";

    private static readonly Instant Warned = Instant.FromUtc(2026, 3, 2, 10, 0);
    private static readonly Instant Due = Instant.FromUtc(2026, 3, 2, 12, 0);

    private readonly Workplace _place = new();

    [Fact]
    public async Task Evaluate_NothingDue_AsksTheStoreOnce()
    {
        await Ingest(Events.Created("T"));
        var faults = new Faults();

        Assert.Equal(
            EvaluationReport.Nothing,
            await Evaluator(new FaultyStore(_place.Store, faults), new FaultyQueue(Queue, faults)).EvaluateAsync(default));
        Assert.Equal(1, faults.Calls);
    }

    [Fact]
    public async Task Evaluate_AtTheMomentOfAStep_FiresNothing_AndATickLaterFiresItOnce()
    {
        await Ingest(Events.Created("T"));

        Assert.Equal(EvaluationReport.Nothing, await EvaluateAt(Warned));
        Assert.Equal(new EvaluationReport(1, 1), await EvaluateAt(Warned + Duration.FromTicks(1)));
        Assert.Equal(EvaluationReport.Nothing, await EvaluateAt(Due));
        Assert.Equal([Warning], await FiredAsync("T"));
        Assert.Equal(Due, (await Load("T")).State.NextLook);
    }

    [Fact]
    public async Task Evaluate_Late_FiresEverythingInOrder()
    {
        await Ingest(Events.Created("T"));

        Assert.Equal(new EvaluationReport(1, 4), await EvaluateAt(Instant.FromUtc(2026, 3, 20, 0, 0)));
        Assert.Equal([Warning, Breach, "resolution/1/64800s/50%", "resolution/1/64800s/due"], await FiredAsync("T"));
        await _place.NotifyAllAsync();
        Assert.Equal(
            [
                "lead@example.com: breach due of response, breach due of resolution",
                "support@example.com: warning 50% of response, warning 50% of resolution",
            ],
            _place.Contents.Select(Told).Order(StringComparer.Ordinal));
        Assert.Null((await Load("T")).State.NextLook);
    }

    [Fact]
    public async Task Evaluate_WhileNoMailCanBeSent_FiresNothing_AndAllOfItOnceAKeyIsThere()
    {
        await Ingest(Events.Created("T"));
        _place.Mailer.Obstacle = "There is no key.";

        Assert.Equal(
            EvaluationReport.Nothing with { Obstacle = "There is no key." }, await EvaluateAt(Instant.FromUtc(2026, 3, 20, 0, 0)));
        Assert.Empty((await Load("T")).State.FiredSteps);
        Assert.Empty(await _place.TakeAllAsync());

        _place.Mailer.Obstacle = null;
        Assert.Equal(new EvaluationReport(1, 4), await EvaluateAt(Instant.FromUtc(2026, 3, 20, 0, 0)));
        await _place.NotifyAllAsync();
        Assert.Equal(2, _place.Mailer.Mails.Count);
    }

    [Fact]
    public async Task Evaluate_PromiseKeptInTime_FiresNothingMore()
    {
        await Ingest(Events.Created("T"), Events.Of(TicketEventType.Resolved, "T", "2026-03-02T09:59:59Z"));

        Assert.Equal(EvaluationReport.Nothing, await EvaluateAt(Due + Duration.FromDays(9)));
        Assert.Empty(await _place.TakeAllAsync());
    }

    [Fact]
    public async Task Evaluate_TwoAtOnce_FireEachStepOnce()
    {
        for (var i = 0; i < 20; i++) await Ingest(Events.Created($"T{i}"));
        _place.Clock.Reset(Due + Duration.FromSeconds(1));

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => Evaluator(_place.Store, Queue).EvaluateAsync(default))));

        await _place.NotifyAllAsync();
        for (var i = 0; i < 20; i++) Assert.Equal([Warning, Breach], await FiredAsync($"T{i}"));
        var told = _place.Contents.SelectMany(mail => mail.Items).Select(item => item.NotificationId).ToList();
        Assert.Equal(20 * 2, told.Count); // nobody has the tickets: a warning to the fallback, a breach to the lead
        Assert.Equal(told.Count, told.Distinct().Count());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Evaluate_DyingAtAnyCall_NextOneFiresEveryStepAndNobodyIsToldTwice(bool afterTheCall)
    {
        var faults = new Faults();
        var untroubled = await RunAsync(faults);

        Assert.Equal(6, faults.Calls); // read; load, twice; send; commit, twice
        for (var dieAt = 1; dieAt <= faults.Calls; dieAt++)
            Assert.Equal(untroubled, await RunAsync(new Faults { DieAt = dieAt, AfterTheCall = afterTheCall }));
    }

    [Fact]
    public async Task Evaluate_MoreThanAPage_FiresAll()
    {
        for (var i = 0; i < 300; i++) await Ingest(Events.Created($"T{i}"));

        Assert.Equal(new EvaluationReport(300, 300), await EvaluateAt(Warned + Duration.FromSeconds(1)));
    }

    [Fact]
    public async Task Evaluate_EntryThatItsTicketDoesNotConfirm_IsDroppedAndFiresNothing()
    {
        await Ingest(Events.Created("T"));
        var spare = new DueTicket("T", Warned - Duration.FromHours(1));
        var store = StoreWith(spare);
        _place.Clock.Reset(Warned);

        Assert.Equal(EvaluationReport.Nothing, await Evaluator(store.Object, Queue).EvaluateAsync(default));
        store.Verify(s => s.DropDueAsync(spare, It.IsAny<CancellationToken>()), Times.Once);
        Assert.Equal(Warned, (await Load("T")).State.NextLook);
    }

    [Fact]
    public async Task Evaluate_EntryOfATicketThatIsNotThere_IsDropped()
    {
        var spare = new DueTicket("gone", Warned - Duration.FromHours(1));
        var store = StoreWith(spare);
        _place.Clock.Reset(Warned);

        await Evaluator(store.Object, Queue).EvaluateAsync(default);

        store.Verify(s => s.DropDueAsync(spare, It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task Evaluate_OneTicketThatCannotBeEvaluated_HoldsUpNoOther()
    {
        await Ingest(Events.Created("A-bad", "2026-03-02T07:59:00Z"), Events.Created("B-good"));
        _place.Clock.Reset(Warned + Duration.FromSeconds(1));

        var failed = await Assert.ThrowsAsync<AggregateException>(
            () => Evaluator(StoreMock.NotReading(_place.Store, "A-bad"), Queue).EvaluateAsync(default));

        Assert.Equal("A-bad cannot be read.", Assert.Single(failed.InnerExceptions).Message);
        Assert.Equal([Warning], await FiredAsync("B-good"));
    }

    /// <summary>More than fill a round: with the first one full of failures, the others would wait for ever.</summary>
    [Fact]
    public async Task Evaluate_300TicketsThatCannotBeEvaluatedAndFillARound_HoldUpNoOther()
    {
        for (var i = 0; i < 300; i++) await Ingest(Events.Created($"bad-{i}", "2026-03-02T07:59:00Z"));
        for (var i = 0; i < 300; i++) await Ingest(Events.Created($"good-{i}"));
        _place.Clock.Reset(Warned + Duration.FromSeconds(1));
        var store = StoreMock.NotReading(_place.Store, "bad");
        var evaluator = new DeadlineEvaluator(
            store, _place.Make<AssessedTickets>(store), _place.Get<IAgreementSource>(), _place.Ledger, Queue, _place.Clock,
            _place.Get<ChangedTerms>(), _place.Get<AllowedRecipients>(), _place.Get<UnqueuedMails>(),
            _place.Get<MailReadiness>(), _place.Get<MailboxNotes>(), _place.Get<SurveyCounts>(), _place.Get<MonitorMetrics>(),
            NullLogger<DeadlineEvaluator>.Instance)
        {
            TicketsInARound = 256,
        };

        var failed = await Assert.ThrowsAsync<AggregateException>(() => evaluator.EvaluateAsync(default));

        Assert.Equal(300, failed.InnerExceptions.Count);
        for (var i = 0; i < 300; i++) Assert.Equal([Warning], await FiredAsync($"good-{i}"));
        Assert.Equal(300, (await _place.Store.ReadDueAsync(_place.Clock.GetCurrentInstant(), 1000, default)).Count);
    }

    public void Dispose() => _place.Dispose();

    /// <summary>Two tickets, one death, one recovery: what lies in the queue and what is recorded.</summary>
    private static async Task<string> RunAsync(Faults faults)
    {
        using var place = new Workplace();
        await place.Get<EventIngestor>().IngestAsync([Events.Created("A"), Events.Created("B")], default);
        place.Clock.Reset(Due + Duration.FromSeconds(1));
        var troubled = place.Make<DeadlineEvaluator>(
            new FaultyStore(place.Store, faults), new FaultyQueue(place.Get<INotificationQueue>(), faults));
        try
        {
            await troubled.EvaluateAsync(default);
        }
        catch (ProcessDiedException)
        {
            place.Clock.Advance(Duration.FromMinutes(1));
            await place.Get<DeadlineEvaluator>().EvaluateAsync(default);
        }

        await place.NotifyAllAsync();
        var sent = place.Contents
            .SelectMany(mail => mail.Items.Select(item => $"{mail.Reader.Address} {item.NotificationId}"))
            .Order(StringComparer.Ordinal);
        var fired = new List<string>();
        foreach (var ticket in (string[])["A", "B"])
            fired.AddRange((await place.Store.LoadAsync(ticket, default))!.State.FiredSteps.Select(step => $"{ticket} {step}"));
        return string.Join('\n', [.. sent, .. fired]);
    }

    private static string Told(MailContents mail) =>
        $"{mail.Reader.Address}: {string.Join(", ", mail.Items.Select(Told))}";

    private static string Told(MailItem item) =>
        $"{item.Kind.ToString().ToLowerInvariant()} {item.Moment} of {item.Explanation.Clock.Target.Id}";

    /// <summary>A store whose due index has an entry that no ticket confirms, as a crash between two writes leaves it in Azure.</summary>
    private Mock<ITicketStore> StoreWith(DueTicket spare)
    {
        var store = StoreMock.Of(_place.Store);
        store.SetupSequence(s => s.ReadDueAsync(It.Is<Instant>(now => spare.Due < now), It.IsAny<int>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync([spare])
            .ReturnsAsync([]);
        return store;
    }

    private INotificationQueue Queue => _place.Get<INotificationQueue>();

    private DeadlineEvaluator Evaluator(ITicketStore store, INotificationQueue queue) =>
        _place.Make<DeadlineEvaluator>(store, queue);

    private Task<EvaluationReport> EvaluateAt(Instant now)
    {
        _place.Clock.Reset(now);
        return _place.Get<DeadlineEvaluator>().EvaluateAsync(default);
    }

    private Task<IngestionReceipt> Ingest(params TicketEvent[] events) => _place.Get<EventIngestor>().IngestAsync(events, default);

    private async Task<IEnumerable<string>> FiredAsync(string ticketId) =>
        (await Load(ticketId)).State.FiredSteps.Select(step => step.ToString());

    private async Task<StoredTicket> Load(string ticket) => (await _place.Store.LoadAsync(ticket, default))!;
}
