using Moq;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Evaluation;
using SlaMonitor.Monitoring.Ingestion;
using SlaMonitor.Monitoring.Notification;
using SlaMonitor.Monitoring.Notification.Orders;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Tests.Harness;
using SlaMonitor.Samples;

namespace SlaMonitor.Monitoring.Tests.Notification;

public sealed class NotifierTests : IDisposable
{
    private readonly Workplace _place = new();

    private Notifier Notifier => _place.Get<Notifier>();

    [Fact]
    public async Task Notify_Accepted_IsSentAndRecorded()
    {
        await Notifier.NotifyAsync(await OrderAsync(), default);

        var mail = Assert.Single(_place.Mailer.Mails);
        Assert.Equal(("anna@example.com", "[SLA] At risk: first response · T Printer", "en"), (mail.To, mail.Subject, mail.Language));
        var record = await RecordAsync();
        Assert.Equal(
            (NotificationState.Sent, $"<{mail.NotificationId}>", "response, cycle 1, 50%"),
            (record.State, record.Detail, record.Step));
    }

    [Fact]
    public async Task Notify_SameMessageAgain_SendsNothing()
    {
        var order = await OrderAsync();
        await Notifier.NotifyAsync(order, default);
        await Notifier.NotifyAsync(order, default);

        Assert.Single(_place.Mailer.Mails);
    }

    [Fact]
    public async Task Notify_Refused_IsPoisonAndRecordedAsFailed_AndAReplayMaySucceed()
    {
        var order = await OrderAsync();
        _place.Mailer.Script.Enqueue(new SendOutcome.Refused("550 no such user"));

        Assert.Equal(new NotificationOutcome.Poison("MailRefused", "550 no such user"), await Notifier.NotifyAsync(order, default));
        Assert.Equal((NotificationState.Failed, "550 no such user"), ((await RecordAsync()).State, (await RecordAsync()).Detail));

        await Notifier.NotifyAsync(order, default);
        Assert.Equal(NotificationState.Sent, (await RecordAsync()).State);
    }

    public static TheoryData<string> Malformed =>
        ["", "null", "[]", "7", "hello", "{}", "{\"mailId\":1}", Good(
            "\"ticketId\":\"T\"", "\"ticketId\":null"), Good("\"ticketId\":\"T\"", "\"ticketId\":\"\""),
         Good("\"mailId\":\"m\"", "\"mailId\":\"\""), Good("\"recipient\":\"a@example.com\"", "\"recipient\":null"),
         Good("\"clock\":\"response/1/14400s\"", "\"clock\":\"\""),
         Good("2026-03-02T10:00:00Z", "yesterday"), Good("\"warning\"", "\"greeting\""), Good("\"items\":[{", "\"items\":[null,{"),
         Good("\"items\":", "\"things\":")];

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task Notify_BodyThatIsNoOrder_IsPoison(string body)
    {
        var poison = Assert.IsType<NotificationOutcome.Poison>(await Notifier.NotifyAsync(body, default));

        Assert.Equal("NotAnOrder", poison.Reason);
        Assert.Empty(_place.Mailer.Mails);
    }

    /// <summary>A process that died while it looked whether the queue takes messages has left one.</summary>
    [Fact]
    public async Task Notify_ProbeOfTheQueue_IsDropped()
    {
        var probe = ProbeMessage.At(_place.Time.GetUtcNow());

        Assert.IsType<NotificationOutcome.AlreadyTold>(await Notifier.NotifyAsync(probe.Body, default));
        Assert.Empty(_place.Mailer.Mails);
    }

    [Fact]
    public async Task Notify_TicketThatIsNotThere_IsPoisonAndRecordedAsFailed()
    {
        Assert.Equal(
            new NotificationOutcome.Poison("NoSuchPromise", "Of ticket T there is no clock response/1/14400s any more."),
            await Notifier.NotifyAsync(Good("", ""), default));
        Assert.Equal(
            (NotificationState.Failed, "There is no such promise any more."),
            ((await RecordAsync()).State, (await RecordAsync()).Detail));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Notify_StoreAwayAtAnyCall_ComesAgainAndIsSent(bool afterTheClaim)
    {
        var order = await OrderAsync();
        var ledger = new Mock<INotificationLedger>();
        ledger.Setup(l => l.ClaimAsync(It.IsAny<NotificationClaim>(), It.IsAny<CancellationToken>())).ThrowsAsync(StoreMock.Away);
        var notifier = afterTheClaim
            ? _place.Make<Notifier>(_place.Make<MailContentsBuilder>(StoreMock.OutOfReach()))
            : _place.Make<Notifier>(ledger.Object);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => notifier.NotifyAsync(order, default));
        Assert.Empty(_place.Mailer.Mails);
        await Notifier.NotifyAsync(order, default);

        Assert.Single(_place.Mailer.Mails);
    }

    public void Dispose() => _place.Dispose();

    private static string Good(string part, string instead)
    {
        const string Order = """
            {"mailId":"m","recipient":"a@example.com","language":"en","timeZone":"Europe/Berlin","orderedAt":"2026-03-02T10:00:01Z",
             "items":[{"ticketId":"T","clock":"response/1/14400s","kind":"warning","moment":"50%",
               "at":"2026-03-02T10:00:00Z","because":"assignee"}]}
            """;
        return part.Length == 0 ? Order : Order.Replace(part, instead, StringComparison.Ordinal);
    }

    /// <summary>The message that the evaluator puts on the queue for a ticket that nobody answers.</summary>
    private async Task<string> OrderAsync()
    {
        await _place.Get<EventIngestor>().IngestAsync(
            [Events.Created("T", change: new TicketChange { Title = "Printer", Assignee = "anna@example.com" })], default);
        _place.Clock.Reset(Instant.FromUtc(2026, 3, 2, 10, 0, 1));
        await _place.Get<DeadlineEvaluator>().EvaluateAsync(default);
        return Assert.Single(await _place.TakeAllAsync()).Body;
    }

    private async Task<NotificationRecord> RecordAsync() => Assert.Single(await _place.Ledger.ListAsync("T", default));
}
