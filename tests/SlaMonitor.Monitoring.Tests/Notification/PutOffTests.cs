using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Evaluation;
using SlaMonitor.Monitoring.Ingestion;
using SlaMonitor.Monitoring.Notification;
using SlaMonitor.Monitoring.Notification.Orders;
using SlaMonitor.Monitoring.Notification.WayOut;
using SlaMonitor.Monitoring.Observability;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Tests.Harness;
using SlaMonitor.Samples;

namespace SlaMonitor.Monitoring.Tests.Notification;

/// <summary>Mails that cannot be sent now: none is lost, and the mail system is not stormed.</summary>
public sealed class PutOffTests : IDisposable
{
    private readonly FakeLogger<MailWayOut> _wayOutLog = new();
    private readonly Workplace _place;

    public PutOffTests() =>
        _place = new Workplace(configure: services => services.AddSingleton<ILogger<MailWayOut>>(_wayOutLog));

    [Fact]
    public async Task WayOutCloses_MailsWait_OneFindsOut_AndAllAreSentOnceItIsOpen()
    {
        await OrderAsync("A", "B", "C", "D");
        _place.Mailer.Script.Enqueue(new SendOutcome.Unavailable("535 wrong password"));
        Assert.Equal(Repeated(new NotificationOutcome.Deferred("535 wrong password"), 4), await NotifyAsync());
        Assert.Single(_place.Mailer.Mails); // the others did not even try
        Assert.Equal("535 wrong password", _place.Get<MailWayOut>().Closure!.Reason);

        _place.Mailer.Script.Enqueue(new SendOutcome.Unavailable("535 wrong password"));
        _place.Time.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(Repeated(new NotificationOutcome.Deferred("535 wrong password"), 4), await NotifyAsync());
        Assert.Equal(2, _place.Mailer.Mails.Count);

        _place.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(Repeated(new NotificationOutcome.Sent(), 4), await NotifyAsync());
        Assert.Null(_place.Get<MailWayOut>().Closure);
        Assert.All(await RecordsAsync("A", "B", "C", "D"), record => Assert.Equal(NotificationState.Sent, record.State));
        Assert.Equal(0, (await _place.Get<INotificationQueue>().MeasureAsync(default))!.Waiting);
    }

    [Fact]
    public async Task WayOutStaysClosed_MailsWaitAFullDay_AndThenLieWithTheDeadLetters_FromWhereTheyAreSent()
    {
        await OrderAsync("A");
        var outcomes = new List<NotificationOutcome>();
        for (var i = 0; outcomes.LastOrDefault() is not NotificationOutcome.Poison && i < 1000; i++)
        {
            _place.Mailer.Script.Enqueue(new SendOutcome.Unavailable("the server is away"));
            outcomes.AddRange(await NotifyAsync());
            _place.Time.Advance(TimeSpan.FromMinutes(5));
        }

        Assert.Equal(new NotificationOutcome.Poison("WayOutClosed", "the server is away"), outcomes[^1]);
        Assert.InRange(outcomes.Count, 24 * 12, (24 * 12) + 2);
        var record = Assert.Single(await RecordsAsync("A"));
        Assert.Equal((NotificationState.Failed, "Given up after 24 h: the server is away"), (record.State, record.Detail));

        _place.Mailer.Script.Clear();
        Assert.Equal(1, await _place.Get<DeadLetterDesk>().ResendAllAsync(default));
        Assert.Equal([new NotificationOutcome.Sent()], await NotifyAsync());
        Assert.Equal(NotificationState.Sent, Assert.Single(await RecordsAsync("A")).State);
    }

    [Fact]
    public async Task ClockIsSetBackByAnHour_WhileTheWayOutIsClosed_NoMailWaitsForThatHour()
    {
        await OrderAsync("A", "B");
        _place.Mailer.Script.Enqueue(new SendOutcome.Unavailable("the server is away"));
        await NotifyAsync();

        _place.Time.Set(TimeSpan.FromHours(-1));
        _place.Time.Advance(TimeSpan.FromSeconds(15));

        Assert.Equal(Repeated(new NotificationOutcome.Sent(), 2), await NotifyAsync());
    }

    [Fact]
    public async Task ClockIsSetBack_WhileTheWayOutIsClosed_TheDayOfPatienceBeginsAtThatTime()
    {
        await OrderAsync("A");
        _place.Mailer.Obstacle = "There is no key.";
        await NotifyAsync();
        _place.Time.Set(TimeSpan.FromHours(-2));
        _place.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.IsType<NotificationOutcome.Deferred>(Assert.Single(await NotifyAsync()));

        _place.Time.Advance(TimeSpan.FromHours(24));
        Assert.IsType<NotificationOutcome.Poison>(Assert.Single(await NotifyAsync()));
    }

    [Fact]
    public async Task SentAgain_WhileTheWayOutIsClosed_WaitsAnotherDay()
    {
        await OrderAsync("A");
        _place.Mailer.Script.Enqueue(new SendOutcome.Unavailable("away"));
        await NotifyAsync();
        _place.Mailer.Obstacle = "There is no key.";
        _place.Time.Advance(TimeSpan.FromHours(25));
        Assert.IsType<NotificationOutcome.Poison>(Assert.Single(await NotifyAsync()));

        await _place.Get<DeadLetterDesk>().ResendAllAsync(default);
        Assert.IsType<NotificationOutcome.Deferred>(Assert.Single(await NotifyAsync()));
        _place.Time.Advance(TimeSpan.FromHours(23));
        Assert.IsType<NotificationOutcome.Deferred>(Assert.Single(await NotifyAsync()));

        _place.Mailer.Obstacle = null;
        _place.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.IsType<NotificationOutcome.Sent>(Assert.Single(await NotifyAsync()));
    }

    [Fact]
    public async Task NoKey_ClaimsNothing_AndIsSentOnceAKeyIsThere()
    {
        await OrderAsync("A");
        _place.Mailer.Obstacle = "There is no key.";
        Assert.Equal([new NotificationOutcome.Deferred("There is no key.")], await NotifyAsync());
        Assert.Empty(await RecordsAsync("A"));

        _place.Mailer.Obstacle = null;
        _place.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal([new NotificationOutcome.Sent()], await NotifyAsync());
    }

    [Fact]
    public async Task ManyUnderWayWhenTheWayOutCloses_AreOneFailure()
    {
        await OrderAsync("A", "B", "C", "D");
        var bodies = (await _place.TakeAllAsync()).Select(message => message.Body);
        var gate = new GateMailer(_place.Mailer, mails: 4);
        var notifier = _place.Make<Notifier>(_place.Make<WaysOut>(_place.Make<ObservedMailer>(gate)));
        for (var i = 0; i < 4; i++) _place.Mailer.Script.Enqueue(new SendOutcome.Unavailable("away"));

        var underWay = bodies.Select(body => notifier.NotifyAsync(body, default)).ToList();
        await gate.Reached;
        gate.Open();

        Assert.Equal(Repeated(new NotificationOutcome.Deferred("away"), 4), await Task.WhenAll(underWay));
        Assert.Equal(TimeSpan.FromSeconds(15), _place.Get<MailWayOut>().Closure!.Wait);
    }

    [Fact]
    public async Task NoKey_ManyMails_AreOneFailure()
    {
        await OrderAsync("A", "B", "C", "D");
        _place.Mailer.Obstacle = "There is no key.";

        Assert.Equal(Repeated(new NotificationOutcome.Deferred("There is no key."), 4), await NotifyAsync());
        Assert.Equal(TimeSpan.FromSeconds(15), _place.Get<MailWayOut>().Closure!.Wait);
        Assert.Equal(["WayOutClosed"], _wayOutLog.Collector.GetSnapshot().Select(log => log.Id.Name));
    }

    [Fact]
    public async Task OnePersonsServerSaysNotNow_TheOthersAreTold_AndAfterAnHourTheNextPersonIs()
    {
        await OrderAsync("A", "B");
        _place.Mailer.Script.Enqueue(new SendOutcome.Deferred("451 greylisted"));
        Assert.Equal([new NotificationOutcome.Deferred("451 greylisted"), new NotificationOutcome.Sent()], await NotifyAsync());
        Assert.Null(_place.Get<MailWayOut>().Closure);

        NotificationOutcome last = new NotificationOutcome.Deferred("");
        while (last is NotificationOutcome.Deferred)
        {
            _place.Time.Advance(TimeSpan.FromMinutes(15));
            _place.Mailer.Script.Enqueue(new SendOutcome.Deferred("452 mailbox full"));
            last = Assert.Single(await NotifyAsync());
        }

        Assert.Equal(new NotificationOutcome.Poison("MailRefused", "452 mailbox full"), last);
        Assert.InRange(_place.Time.GetUtcNow() - Start, TimeSpan.FromHours(1), TimeSpan.FromHours(1.5));
        await NotifyAsync();
        Assert.NotEqual("a@example.com", _place.Mailer.Mails[^1].To);
    }

    [Fact]
    public async Task TwoProcessesOnOneLedger_WithQueuesOfTheirOwn_TellOnce()
    {
        await OrderAsync("A");
        var body = Assert.Single(await _place.TakeAllAsync()).Body;
        var (here, there) = (Process(), Process());
        _place.Mailer.Script.Enqueue(new SendOutcome.Unavailable("away"));
        Assert.IsType<NotificationOutcome.Deferred>(await here.NotifyAsync(body, default));

        // The other one neither sends nor forgets it: the claim is not its own, and may be one of the dead.
        _place.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(new NotificationOutcome.Deferred(PutOff.ToldElsewhere), await there.NotifyAsync(body, default));
        var first = Assert.Single(await _place.TakeAllAsync());
        Assert.IsType<NotificationOutcome.Sent>(await there.NotifyAsync(first.Body, default));
        _place.Time.Advance(TimeSpan.FromMinutes(6));
        foreach (var message in await _place.TakeAllAsync())
            Assert.IsType<NotificationOutcome.AlreadyTold>(await there.NotifyAsync(message.Body, default));

        Assert.Equal(2, _place.Mailer.Mails.Count); // one not taken, one taken
    }

    [Fact]
    public async Task ProcessDiesWithAClaim_TheNextOneWaitsUntilItIsStale_AndSends()
    {
        await OrderAsync("A");
        var body = Assert.Single(await _place.TakeAllAsync()).Body;
        var faults = new Faults { DieAt = 1 };
        var dying = _place.Make<Notifier>(new NotifierIdentity(), new FaultyManifests(_place.Get<IMailManifests>(), faults));
        await Assert.ThrowsAsync<ProcessDiedException>(() => dying.NotifyAsync(body, default));

        var next = Process();
        Assert.IsType<NotificationOutcome.Deferred>(await next.NotifyAsync(body, default));
        _place.Clock.Advance(Duration.FromMinutes(5) + Duration.FromSeconds(1));
        _place.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.IsType<NotificationOutcome.Sent>(await next.NotifyAsync(Assert.Single(await _place.TakeAllAsync()).Body, default));
    }

    [Fact]
    public async Task DeliveredAgain_WhileItIsBeingSent_IsSentOnce()
    {
        await OrderAsync("A");
        var body = Assert.Single(await _place.TakeAllAsync()).Body;
        var gate = new GateMailer(_place.Mailer);
        var notifier = _place.Make<Notifier>(_place.Make<WaysOut>(_place.Make<ObservedMailer>(gate)));

        var first = notifier.NotifyAsync(body, default);
        await gate.Reached;
        Assert.Equal(new NotificationOutcome.Deferred(PutOff.ToldElsewhere), await notifier.NotifyAsync(body, default));
        gate.Open();

        Assert.IsType<NotificationOutcome.Sent>(await first);
        Assert.Single(_place.Mailer.Mails);
    }

    public void Dispose() => _place.Dispose();

    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private static IEnumerable<NotificationOutcome> Repeated(NotificationOutcome outcome, int count) => Enumerable.Repeat(outcome, count);

    private Notifier Process() => _place.Make<Notifier>(new NotifierIdentity(), _place.Make<WaysOut>(_place.Make<MailWayOut>()));

    /// <summary>The evaluator orders one mail for each ticket, each to a person of its own.</summary>
    private async Task OrderAsync(params string[] tickets)
    {
        foreach (var ticket in tickets)
        {
            var change = new TicketChange { Assignee = $"{ticket.ToLowerInvariant()}@example.com" };
            await _place.Get<EventIngestor>().IngestAsync([Events.Created(ticket, change: change)], default);
        }

        _place.Clock.Reset(Instant.FromUtc(2026, 3, 2, 10, 0, 1));
        await _place.Get<DeadlineEvaluator>().EvaluateAsync(default);
    }

    /// <summary>Handles everything that the queue gives out now; what is given up is buried, as the host would.</summary>
    private async Task<IReadOnlyList<NotificationOutcome>> NotifyAsync()
    {
        var outcomes = new List<NotificationOutcome>();
        await _place.HandleAllAsync(async message =>
        {
            outcomes.Add(await _place.Get<Notifier>().NotifyAsync(message.Body, default));
            return outcomes[^1];
        });
        return outcomes;
    }

    private async Task<IReadOnlyList<NotificationRecord>> RecordsAsync(params string[] tickets)
    {
        var records = new List<NotificationRecord>();
        foreach (var ticket in tickets) records.AddRange(await _place.Ledger.ListAsync(ticket, default));
        return records;
    }

    /// <summary>Holds mails up until the test lets them go on.</summary>
    private sealed class GateMailer(IMailer mailer, int mails = 1) : IMailer
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

        private int _waiting;

        /// <summary>Ends when all mails have come.</summary>
        public Task Reached => _reached.Task;

        public void Open() => _open.SetResult();

        public async Task<SendOutcome> SendAsync(Mails.Mail mail, CancellationToken cancellationToken)
        {
            if (Interlocked.Increment(ref _waiting) == mails) _reached.SetResult();
            await _open.Task;
            Task<SendOutcome> sending;
            lock (_open) sending = mailer.SendAsync(mail, cancellationToken);
            return await sending;
        }
    }
}
