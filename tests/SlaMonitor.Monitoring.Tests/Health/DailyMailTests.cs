using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;
using Moq;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails;
using SlaMonitor.Monitoring.Health.Daily;
using SlaMonitor.Monitoring.Health.Failures;
using SlaMonitor.Monitoring.Health.Findings;
using SlaMonitor.Monitoring.Health.Probes;
using SlaMonitor.Monitoring.Health.Settings;
using SlaMonitor.Monitoring.Health.Watching;
using SlaMonitor.Monitoring.Ingestion;
using SlaMonitor.Monitoring.Notification;
using SlaMonitor.Monitoring.Notification.Delivery;
using SlaMonitor.Monitoring.Notification.Orders;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Tests.Harness;
using SlaMonitor.Samples;

namespace SlaMonitor.Monitoring.Tests.Health;

/// <summary>The operator hears once a day of open tickets that no agreement governs.</summary>
public sealed class DailyMailTests : IDisposable
{
    private readonly HealthOptions _options = new() { OperatorEmail = "ops@example.com" };
    private readonly FakeLogger<DailyMails> _log = new();
    private readonly EditedAgreements _agreements = new();
    private readonly Workplace _place;

    public DailyMailTests()
    {
        ForAcmeAlone();
        _place = new Workplace(configure: services => services
            .AddSingleton(Options.Create(_options)).AddSingleton<ILogger<DailyMails>>(_log)
            .AddSingleton<IAgreementSource>(_agreements));
    }

    [Fact]
    public async Task Evaluate_TicketsWithoutAgreement_AreToldByCustomer_WithExamplesAndWhatToDo()
    {
        for (var i = 1; i <= 4; i++) await IngestAsync($"G-{i}", "Globex");
        await IngestAsync("N-1", null);
        await IngestAsync("A-1", "ACME");

        var mail = Assert.Single(await EvaluateAsync());
        Assert.Equal(("ops@example.com", "[SLA] 5 tickets fall under no agreement"), (mail.To, mail.Subject));
        Assert.Equal(
            """
            5 open tickets fall under no agreement (2026-03-02 08:00 UTC). They have no clock, and nobody is told of them.

            - Globex: 4 tickets: G-1, G-2, G-3 …
            - (no customer named): 1 ticket: N-1

            If that is not meant so: write the customer as the helpdesk does under customer: match: in an agreement. §
            Its open tickets get their clocks at the next evaluation.

            This mail comes once a day while there are such tickets. If it is meant so: Health:DailyMail = false ends it.

            """.ReplaceLineEndings("\n").Replace("§\n", string.Empty, StringComparison.Ordinal),
            mail.Text[..(mail.Text.LastIndexOf("\n\n", StringComparison.Ordinal) + 1)]);
        Assert.Contains("<li>Globex: 4 tickets: G-1, G-2, G-3 …</li>", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_InTheOperatorsLanguage_AndStrangersTextIsHarmless()
    {
        _options.OperatorLanguage = "zh-CN";
        await IngestAsync("T-1", "<b>Globex\u202E\u2028- Acme: 0");

        var mail = Assert.Single(await EvaluateAsync());
        Assert.Equal("[SLA] 1 个工单不受任何协议约束", mail.Subject);
        Assert.Contains("\n<b>Globex - Acme: 0：1 个工单：T-1\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;Globex", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_AgainOnTheSameDay_TellsNothing_AndOnTheNextDayWhatIsOpenThen()
    {
        await IngestAsync("T-1", "Globex");
        await IngestAsync("T-2", "Initech");
        Assert.Single(await EvaluateAsync());

        Advance(Duration.FromHours(15));
        Assert.Empty(await EvaluateAsync());

        await _place.Get<EventIngestor>().IngestAsync([Events.Of(TicketEventType.Resolved, "T-2", "2026-03-02T07:30:00Z")], default);
        Advance(Duration.FromHours(1));
        var second = Assert.Single(await EvaluateAsync());
        Assert.Equal("[SLA] 1 ticket falls under no agreement", second.Subject);
        Assert.DoesNotContain("Initech", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_NothingToSay_NobodyIsTold_AndTheStoreIsNotWalkedAgainThatDay()
    {
        await IngestAsync("A-1", "ACME");
        await EvaluateAsync();
        await IngestAsync("T-1", "Globex");

        Assert.Empty(await EvaluateAsync());
        Advance(Duration.FromDays(1));
        Assert.Single(await EvaluateAsync());
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData("ops@example.com", false)]
    public async Task Evaluate_WithoutAnOperatorOrSwitchedOff_NobodyIsTold(string? address, bool dailyMail)
    {
        (_options.OperatorEmail, _options.DailyMail) = (address, dailyMail);
        await IngestAsync("T-1", "Globex");

        Assert.Empty(await EvaluateAsync());
    }

    [Fact]
    public async Task GoOn_AfterARestart_LooksAtTheNote_AndOrdersNothing()
    {
        await IngestAsync("T-1", "Globex");
        await EvaluateAsync();
        Advance(Duration.FromHours(1));

        await _place.Make<DailyMails>().GoOnAsync(default);

        Assert.Empty(await _place.TakeAllAsync());
    }

    /// <summary>A process that died before it could note the order, or a second monitor with notes and a queue of its own.</summary>
    [Fact]
    public async Task GoOn_OrderedAgain_IsSentOnce_HoweverManyMonitorsDeliverIt()
    {
        await IngestAsync("T-1", "Globex");
        await EvaluateAsync();
        Advance(Duration.FromHours(1)); // beyond the queue's own memory of repeats

        await _place.Make<DailyMails>(Mock.Of<IMonitorNotes>()).GoOnAsync(default);
        var again = Assert.Single(await _place.TakeAllAsync());
        var another = _place.Make<Notifier>(new NotifierIdentity());

        Assert.IsType<NotificationOutcome.AlreadyTold>(await another.NotifyAsync(again.Body, default));
        Assert.Single(_place.Mailer.Mails);
    }

    [Fact]
    public async Task Notify_WayOutClosed_IsPutOff_AndSentOnceItOpens()
    {
        await IngestAsync("T-1", "Globex");
        _place.Mailer.Script.Enqueue(new SendOutcome.Unavailable("535 wrong password"));
        await EvaluateAsync();
        Advance(Duration.FromHours(1));
        await _place.NotifyAllAsync();

        Assert.Equal(2, _place.Mailer.Mails.Count);
        Assert.Single(_place.Mailer.Mails.Select(mail => mail.NotificationId).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Notify_ThatDoesNotArrive_LiesWithTheDeadLetters_ForThereIsNobodyElse()
    {
        await IngestAsync("T-1", "Globex");
        var mail = Assert.Single(await EvaluateAsync());

        await _place.Get<IDeliveryReports>().AcceptAsync(
            [
                new DeliveryReport(
                    mail.NotificationId, null, "ops@example.com", DeliveryKind.Bounced, "550 no such user",
                    _place.Clock.GetCurrentInstant(), "event-1"),
            ],
            default);
        await _place.NotifyAllAsync();

        var letter = Assert.Single(await _place.Get<DeadLetterDesk>().ListAsync(0, 10, default));
        Assert.Equal(NotificationOutcome.NobodyReached, letter.Reason);
    }

    [Fact]
    public async Task GoOn_ManyCustomers_AreBounded_AndTheOthersAreCounted()
    {
        for (var i = 0; i < 45; i++) await IngestAsync($"T-{i:00}", $"Customer {i:00}");
        var walk = _place.Make<DailyMails>();

        await walk.GoOnAsync(default);
        await _place.NotifyAllAsync();

        var text = Assert.Single(_place.Mailer.Mails).Text;
        Assert.Equal(DailyWalk.MostCustomers, text.Split("- Customer ").Length - 1);
        Assert.Contains("\n- and 25 tickets more\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Found_TicketsThatWereNotLookedAt_AreCountedAllTheSame()
    {
        var walk = new DailyWalk(new LocalDate(2026, 3, 2));
        walk.Pass([("T-1", "Globex"), ("T-2", null)], others: 7, next: "T-9");
        walk.Pass([], others: 1, next: null);

        Assert.True(walk.IsDone);
        Assert.Equal(10, walk.Found!.Tickets);
        Assert.Equal([null, "Globex"], walk.Found.Customers.Select(customer => customer.Name));
    }

    [Fact]
    public async Task GoOn_ManyPages_AreWalkedFromWhereItStood_WithNothingCountedTwice()
    {
        for (var i = 0; i < 45; i++) await IngestAsync($"T-{i:00}", "Globex");
        var store = new Mock<ITicketStore>();
        var calls = 0;
        store.Setup(s => s.LoadAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).Returns(_place.Store.LoadAsync);
        store.Setup(s => s.ReadOpenAsync(It.IsAny<string?>(), It.IsAny<int>(), It.IsAny<CancellationToken>()))
            .Returns((string? after, int most, CancellationToken token) =>
                ++calls == 2 ? throw StoreMock.Away : _place.Store.ReadOpenAsync(after, 2, token));
        var walk = _place.Make<DailyMails>(store.Object);

        for (var tick = 0; tick < 3; tick++) await walk.GoOnAsync(default);
        await _place.NotifyAllAsync();

        Assert.Equal("[SLA] 45 tickets fall under no agreement", Assert.Single(_place.Mailer.Mails).Subject);
        Assert.Single(_log.Collector.GetSnapshot(), record => record.Level == LogLevel.Warning);
    }

    /// <summary>Nothing else says that the mail is missing, and another process may be asked for the health.</summary>
    [Fact]
    public async Task GoOn_ThatFails_IsSaidByTheHealth_UntilTheMailCanBePutTogether()
    {
        await IngestAsync("T-1", "Globex");
        var store = new Mock<ITicketStore>();
        store.Setup(s => s.ReadOpenAsync(It.IsAny<string?>(), It.IsAny<int>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new InvalidOperationException("a row that cannot be read"));
        var probe = _place.Make<DailyMailProbe>();
        Assert.Equal(ProbeResult.Ok, await probe.LookAsync(default));

        await _place.Make<DailyMails>(store.Object).GoOnAsync(default);

        var found = await probe.LookAsync(default);
        Assert.Equal(HealthStatus.Degraded, found.Status);
        Assert.Equal(
            "The operator's daily mail could not be put together at 2026-03-02T08:00:00Z, so that nobody is told of tickets without an "
            + "agreement: InvalidOperationException: a row that cannot be read See the log (DailyMailFailed).",
            Assert.Single(found.Reasons));
        _options.DailyMail = false;
        Assert.Equal(ProbeResult.Ok, await probe.LookAsync(default));
        _options.DailyMail = true;

        Assert.Single(await EvaluateAsync());
        Assert.Equal(ProbeResult.Ok, await probe.LookAsync(default));
    }

    [Fact]
    public async Task GoOn_ThatFailsWhileTheStoreIsAway_HarmsNobody()
    {
        var store = new Mock<ITicketStore>();
        store.Setup(s => s.ReadOpenAsync(It.IsAny<string?>(), It.IsAny<int>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new InvalidOperationException("a row that cannot be read"));
        var notes = new Mock<IMonitorNotes>();
        notes.Setup(n => n.KeepAsync(It.IsAny<MonitorNote>(), It.IsAny<CancellationToken>())).ThrowsAsync(StoreMock.Away);

        await _place.Make<DailyMails>(store.Object, notes.Object, new MailFailures(notes.Object, _place.Time)).GoOnAsync(default);

        Assert.Equal([LogLevel.Error, LogLevel.Warning], _log.Collector.GetSnapshot().Select(record => record.Level));
    }

    [Fact]
    public async Task Evaluate_AgreementThatComesToGovern_EndsTheMails()
    {
        await IngestAsync("T-1", "Globex");
        Assert.Single(await EvaluateAsync());
        _agreements.Rewrite("within: 4h", "within: 5h");
        Advance(Duration.FromDays(1));

        Assert.Empty(await EvaluateAsync());
    }

    public void Dispose() => _place.Dispose();

    private void ForAcmeAlone() => _agreements.Rewrite(
        "fallbackContact: support", "fallbackContact: support\ncustomer: { name: Acme, match: { customer: ACME } }");

    private void Advance(Duration by)
    {
        _place.Clock.Advance(by);
        _place.Time.Advance(by.ToTimeSpan());
    }

    private Task<IngestionReceipt> IngestAsync(string ticket, string? customer) =>
        _place.Get<EventIngestor>().IngestAsync([Events.Created(ticket, change: new() { Customer = customer })], default);

    /// <summary>One evaluation, and what the operator is mailed of it.</summary>
    private async Task<IReadOnlyList<Mail>> EvaluateAsync()
    {
        var before = _place.Mailer.Mails.Count;
        await _place.Get<WatchedEvaluation>().EvaluateAsync(default);
        await _place.NotifyAllAsync();
        return [.. _place.Mailer.Mails.Skip(before).Where(mail => mail.To == "ops@example.com")];
    }
}
