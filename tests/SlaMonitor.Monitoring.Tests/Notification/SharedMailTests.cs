using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Evaluation;
using SlaMonitor.Monitoring.Ingestion;
using SlaMonitor.Monitoring.Notification;
using SlaMonitor.Monitoring.Notification.Orders;
using SlaMonitor.Monitoring.Notification.WayOut;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Tests.Harness;
using SlaMonitor.Samples;

namespace SlaMonitor.Monitoring.Tests.Notification;

/// <summary>
/// One mail about several tickets, of which another process has claimed some. Mail servers, and our mail folder, drop a mail in silence
/// whose id they know, and so an id says whether a mail is a repeat.
/// </summary>
public sealed class SharedMailTests : IDisposable
{
    private readonly Workplace _place = new();

    [Fact]
    public async Task TwoProcessesShareAMail_EachPartIsAMailOfItsOwn()
    {
        var whole = await OrderAsync("A", "B");
        await ClaimAsync(whole, "A");

        var process = Process();
        Assert.IsType<NotificationOutcome.Sent>(await process.NotifyAsync(MailOrderJson.Write(whole), default));
        Assert.IsType<NotificationOutcome.Sent>(await process.NotifyAsync(await TakeWhenStaleAsync(), default));

        Assert.Equal(["B", "A"], _place.Mailer.Mails.Select(mail => mail.TicketId));
        Assert.Equal(3, _place.Mailer.Mails.Select(mail => mail.NotificationId).Append(whole.MailId).Distinct().Count());
    }

    /// <summary>The mail may have left: what is told again is its repeat.</summary>
    [Fact]
    public async Task ProcessDiesWhileItRecordsAMail_TheRestIsToldUnderTheSameId()
    {
        var whole = await OrderAsync("A", "B");
        await ClaimAsync(whole, "A");
        await ClaimAsync(whole, "B");
        var result = new NotificationResult(NotificationState.Sent, _place.Clock.GetCurrentInstant(), "taken");
        await _place.Ledger.RecordAsync("A", whole.NotificationIdOf(ItemOf(whole, "A")), result, default);

        var process = Process();
        Assert.IsType<NotificationOutcome.Deferred>(await process.NotifyAsync(MailOrderJson.Write(whole), default));
        Assert.IsType<NotificationOutcome.Sent>(await process.NotifyAsync(await TakeWhenStaleAsync(), default));

        var rest = Assert.Single(_place.Mailer.Mails);
        Assert.Equal(("B", whole.MailId), (rest.TicketId, rest.NotificationId));
    }

    public void Dispose() => _place.Dispose();

    private static OrderItem ItemOf(MailOrder order, string ticket) => order.Items.Single(item => item.TicketId == ticket);

    private Notifier Process() => _place.Make<Notifier>(new NotifierIdentity(), _place.Make<MailWayOut>());

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

    private async Task ClaimAsync(MailOrder order, string ticket)
    {
        var item = ItemOf(order, ticket);
        var claim = new NotificationClaim(
            ticket, order.NotificationIdOf(item), order.Recipient, item.InWords(), "another process", _place.Clock.GetCurrentInstant(),
            Duration.FromMinutes(5));
        Assert.Equal(ClaimOutcome.Claimed, await _place.Ledger.ClaimAsync(claim, default));
    }

    /// <summary>What was put off until the other process must be dead.</summary>
    private async Task<string> TakeWhenStaleAsync()
    {
        _place.Clock.Advance(Duration.FromMinutes(6));
        _place.Time.Advance(TimeSpan.FromMinutes(6));
        return Assert.Single(await _place.TakeAllAsync()).Body;
    }
}
