using Moq;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails;
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

/// <summary>
/// Mails about several tickets, of which another process has claimed some. Mail servers, and our mail folder, drop a mail in silence
/// whose id they know, and so an id says whether a mail is a repeat: what may have left comes again under the id that it had.
/// </summary>
public sealed class SharedMailTests : IDisposable
{
    private readonly Workplace _place = new();
    private readonly NotifierIdentity _other = new();

    [Fact]
    public async Task AnotherMailTellsAPart_EachPartIsAMailOfItsOwn()
    {
        var whole = await OrderAsync("A", "B");
        await ClaimAsync(Part(whole, "A"), "A");

        var process = Process();
        Assert.IsType<NotificationOutcome.Sent>(await process.NotifyAsync(MailOrderJson.Write(whole), default));
        Assert.IsType<NotificationOutcome.Sent>(await process.NotifyAsync(await TakeWhenStaleAsync(), default));

        Assert.Equal(["B", "A"], _place.Mailer.Mails.Select(mail => mail.TicketId));
        Assert.Equal(3, _place.Mailer.Mails.Select(mail => mail.NotificationId).Append(whole.MailId).Distinct().Count());
    }

    [Theory]
    [InlineData("A")]
    [InlineData("B")]
    [InlineData("A", "B")]
    public async Task AnotherProcessTellsTheSameMail_NothingIsToldBeforeItIsDead_AndThenTheWholeMail(params string[] claimed)
    {
        var whole = await OrderAsync("A", "B");
        await ClaimAsync(whole, claimed);

        var process = Process();
        Assert.IsType<NotificationOutcome.Deferred>(await process.NotifyAsync(MailOrderJson.Write(whole), default));
        Assert.Empty(_place.Mailer.Mails);
        Assert.IsType<NotificationOutcome.Sent>(await process.NotifyAsync(await TakeWhenStaleAsync(), default));

        Assert.Equal([whole.MailId], _place.Mailer.Mails.Select(mail => mail.NotificationId));
        Assert.Equal(["A", "B"], TicketsOf(0));
    }

    /// <summary>The mail may have left: what is told again is its repeat.</summary>
    [Fact]
    public async Task ProcessDiesWhileItRecordsAMail_TheRestIsToldUnderTheSameId()
    {
        var whole = await OrderAsync("A", "B");
        await HandOverAsync(whole);
        await RecordAsSentAsync(whole, "A");

        var process = Process();
        Assert.IsType<NotificationOutcome.Deferred>(await process.NotifyAsync(MailOrderJson.Write(whole), default));
        Assert.IsType<NotificationOutcome.Sent>(await process.NotifyAsync(await TakeWhenStaleAsync(), default));

        var rest = Assert.Single(_place.Mailer.Mails);
        Assert.Equal(("B", whole.MailId), (rest.TicketId, rest.NotificationId));
    }

    /// <summary>Another monitor, or a later evaluation, has put together anew what a mail that may have left carries.</summary>
    [Fact]
    public async Task ProcessDiesAfterItHandedAMailOver_ThatMailComesAgain_AndOnlyTheRestIsToldByAnother()
    {
        var whole = await OrderAsync("A", "B", "C");
        var cutOff = Part(whole, "A", "B");
        await HandOverAsync(cutOff);
        var anew = Part(whole, "B", "C");

        var process = Process();
        Assert.IsType<NotificationOutcome.Sent>(await process.NotifyAsync(MailOrderJson.Write(anew), default));
        Assert.Equal(["C"], TicketsOf(0));
        Assert.IsType<NotificationOutcome.Sent>(await process.NotifyAsync(await TakeWhenStaleAsync(), default));

        Assert.Equal(cutOff.MailId, _place.Mailer.Mails[1].NotificationId);
        Assert.Equal(["A", "B"], TicketsOf(1));
        Assert.NotEqual(anew.MailId, _place.Mailer.Mails[0].NotificationId);
    }

    /// <summary>Its claims say that of themselves: the part has an id that nobody else can work out from the order.</summary>
    [Fact]
    public async Task ProcessDiesAfterItHandedAPartOver_ThatPartComesAgainUnderItsId()
    {
        var whole = await OrderAsync("A", "B", "C");
        await ClaimAsync(Part(whole, "C"), "C");
        var mailer = new Mock<IMailer>();
        mailer.Setup(m => m.SendAsync(It.IsAny<Mail>(), It.IsAny<CancellationToken>())).ThrowsAsync(new ProcessDiedException());
        var dying = _place.Make<Notifier>(
            new NotifierIdentity(), _place.Make<WaysOut>(_place.Make<ObservedMailer>(mailer.Object)));
        await Assert.ThrowsAsync<ProcessDiedException>(() => dying.NotifyAsync(MailOrderJson.Write(whole), default));

        var process = Process();
        Assert.IsType<NotificationOutcome.Deferred>(await process.NotifyAsync(MailOrderJson.Write(Part(whole, "B")), default));
        _place.Clock.Advance(Duration.FromMinutes(6));
        _place.Time.Advance(TimeSpan.FromMinutes(6));
        foreach (var message in await _place.TakeAllAsync())
            Assert.IsType<NotificationOutcome.Sent>(await process.NotifyAsync(message.Body, default));

        var mails = _place.Mailer.Mails.Select(mail => mail.NotificationId);
        Assert.Equal([Part(whole, "C").MailId, Part(whole, "A", "B").MailId], mails);
    }

    [Fact]
    public async Task ProcessDiesBeforeItHandsAMailOver_ItsPlaceIsTakenByAnother()
    {
        var whole = await OrderAsync("A", "B", "C");
        await ClaimAsync(Part(whole, "A", "B"), "A", "B");
        _place.Clock.Advance(Duration.FromMinutes(6));
        var anew = Part(whole, "B", "C");

        Assert.IsType<NotificationOutcome.Sent>(await Process().NotifyAsync(MailOrderJson.Write(anew), default));

        Assert.Equal(anew.MailId, Assert.Single(_place.Mailer.Mails).NotificationId);
        Assert.Equal(["B", "C"], TicketsOf(0));
    }

    [Fact]
    public async Task ClaimsOfAMailThatWasHandedOverAreStale_ItComesAgainAtOnce()
    {
        var whole = await OrderAsync("A", "B");
        var cutOff = Part(whole, "A");
        await HandOverAsync(cutOff);
        _place.Clock.Advance(Duration.FromMinutes(6));

        var process = Process();
        Assert.IsType<NotificationOutcome.Sent>(await process.NotifyAsync(MailOrderJson.Write(whole), default));
        Assert.IsType<NotificationOutcome.Sent>(await process.NotifyAsync(Assert.Single(await _place.TakeAllAsync()).Body, default));

        Assert.Equal(["B", "A"], _place.Mailer.Mails.Select(mail => mail.TicketId));
        Assert.Equal(cutOff.MailId, _place.Mailer.Mails[1].NotificationId);
    }

    /// <summary>A server that takes a mail and then hangs has it, and the mail counts as put off.</summary>
    [Fact]
    public async Task RepeatIsPutOff_KeepsItsId()
    {
        var whole = await OrderAsync("A", "B");
        await HandOverAsync(whole);
        await RecordAsSentAsync(whole, "A");
        _place.Clock.Advance(Duration.FromMinutes(6));

        var process = Process();
        _place.Mailer.Script.Enqueue(new SendOutcome.Unavailable("no answer to the mail"));
        Assert.IsType<NotificationOutcome.Deferred>(await process.NotifyAsync(MailOrderJson.Write(whole), default));
        Assert.IsType<NotificationOutcome.Sent>(await process.NotifyAsync(await TakeWhenStaleAsync(), default));

        Assert.Equal([whole.MailId, whole.MailId], _place.Mailer.Mails.Select(mail => mail.NotificationId));
        Assert.Equal(["B"], TicketsOf(1));
    }

    public void Dispose() => _place.Dispose();

    private static OrderItem ItemOf(MailOrder order, string ticket) => order.Items.Single(item => item.TicketId == ticket);

    private static MailOrder Part(MailOrder order, params string[] tickets) =>
        order.Of([.. order.Items.Where(item => tickets.Contains(item.TicketId))]);

    private Notifier Process() => _place.Make<Notifier>(new NotifierIdentity(), _place.Make<WaysOut>(_place.Make<MailWayOut>()));

    private IEnumerable<string> TicketsOf(int mail) =>
        _place.Contents[mail].Items.Select(item => item.Explanation.Clock.Ticket.Id).Order(StringComparer.Ordinal);

    /// <summary>The evaluator orders a mail to one person, about all tickets.</summary>
    private async Task<MailOrder> OrderAsync(params string[] tickets)
    {
        foreach (var ticket in tickets)
        {
            var change = new TicketChange { Assignee = "team@example.com" };
            await _place.Get<EventIngestor>().IngestAsync([Events.Created(ticket, change: change)], default);
        }

        _place.Clock.Reset(Instant.FromUtc(2026, 3, 2, 10, 0, 1));
        await _place.Get<DeadlineEvaluator>().EvaluateAsync(default);
        return MailOrderJson.Read(Assert.Single(await _place.TakeAllAsync()).Body);
    }

    /// <summary>Another process claims a mail and hands it over, and records nothing.</summary>
    private async Task HandOverAsync(MailOrder order)
    {
        await ClaimAsync(order, [.. order.Items.Select(item => item.TicketId)]);
        var manifest = new MailManifest(order.MailId, MailOrderJson.Write(order), _place.Clock.GetCurrentInstant());
        await _place.Get<IMailManifests>().KeepAsync(manifest, default);
    }

    private async Task ClaimAsync(MailOrder order, params string[] tickets)
    {
        foreach (var item in tickets.Select(ticket => ItemOf(order, ticket)))
        {
            var claim = new NotificationClaim(
                item.TicketId, order.NotificationIdOf(item), order.Recipient, item.InWords(), _other.HolderOf(order),
                _place.Clock.GetCurrentInstant(), Duration.FromMinutes(5));
            Assert.Equal(ClaimOutcome.Claimed, await _place.Ledger.ClaimAsync(claim, default));
        }
    }

    private Task RecordAsSentAsync(MailOrder order, string ticket)
    {
        var result = new NotificationResult(NotificationState.Sent, _place.Clock.GetCurrentInstant(), "taken");
        return _place.Ledger.RecordAsync(ticket, order.NotificationIdOf(ItemOf(order, ticket)), result, default);
    }

    /// <summary>What was put off until the other process must be dead.</summary>
    private async Task<string> TakeWhenStaleAsync()
    {
        _place.Clock.Advance(Duration.FromMinutes(6));
        _place.Time.Advance(TimeSpan.FromMinutes(6));
        return Assert.Single(await _place.TakeAllAsync()).Body;
    }
}
