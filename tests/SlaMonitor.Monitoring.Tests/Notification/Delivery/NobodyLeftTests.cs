using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Evaluation;
using SlaMonitor.Monitoring.Ingestion;
using SlaMonitor.Monitoring.Notification;
using SlaMonitor.Monitoring.Notification.Delivery;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Tests.Harness;
using SlaMonitor.Samples;

namespace SlaMonitor.Monitoring.Tests.Notification.Delivery;

/// <summary>Every mail bounces until nobody is left: a person sees that, and can send the last one again.</summary>
public sealed class NobodyLeftTests : IDisposable
{
    private static readonly Instant Later = Instant.FromUtc(2026, 3, 2, 10, 5);

    private readonly Workplace _place = new();
    private int _bounced;

    [Fact]
    public async Task EverybodyBounces_IsADeadLetter_WhichIsSentWhenItIsSentAgain()
    {
        await BounceUntilNobodyIsLeftAsync();
        var letter = Assert.Single(await LettersAsync());
        Assert.Equal(NotificationOutcome.NobodyReached, letter.Reason);
        Assert.StartsWith("Nobody is left who could be told instead of ", letter.Description, StringComparison.Ordinal);

        var before = _place.Mailer.Mails.Count;
        Assert.Equal(1, await _place.Get<DeadLetterDesk>().ResendAllAsync(default));
        await _place.NotifyAllAsync();

        var again = Assert.Single(_place.Mailer.Mails.Skip(before));
        Assert.Equal(NotificationState.Sent, (await RecordsAsync()).Single(record => record.Recipient == again.To).State);
        Assert.Empty(await LettersAsync());
    }

    [Fact]
    public async Task SentAgain_AndBouncesAgainAtOnce_IsADeadLetterAgain()
    {
        await BounceUntilNobodyIsLeftAsync();
        await _place.Get<DeadLetterDesk>().ResendAllAsync(default);

        await BounceUntilNobodyIsLeftAsync(order: false);

        Assert.Equal(NotificationOutcome.NobodyReached, Assert.Single(await LettersAsync()).Reason);
    }

    public void Dispose() => _place.Dispose();

    private async Task BounceUntilNobodyIsLeftAsync(bool order = true)
    {
        if (order)
        {
            var change = new TicketChange { Assignee = "gone@example.com" };
            await _place.Get<EventIngestor>().IngestAsync([Events.Created("T", change: change)], default);
            _place.Clock.Reset(Instant.FromUtc(2026, 3, 2, 10, 0, 1));
            await _place.Get<DeadlineEvaluator>().EvaluateAsync(default);
        }

        while (true)
        {
            await _place.NotifyAllAsync();
            var mails = _place.Mailer.Mails.Skip(_bounced).ToList();
            if (mails.Count == 0) return;

            _bounced += mails.Count;
            await _place.Get<IDeliveryReports>().AcceptAsync(
                [.. mails.Select(mail => new DeliveryReport(
                    mail.NotificationId, null, mail.To, DeliveryKind.Bounced, "550 no such user", Later, mail.NotificationId))],
                default);
        }
    }

    private Task<IReadOnlyList<DeadLetter>> LettersAsync() => _place.Get<IDeadLetters>().ListAsync(0, 10, default);

    private Task<IReadOnlyList<NotificationRecord>> RecordsAsync() => _place.Ledger.ListAsync("T", default);
}
