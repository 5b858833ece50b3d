using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Moq;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Evaluation;
using SlaMonitor.Monitoring.Health;
using SlaMonitor.Monitoring.Health.Findings;
using SlaMonitor.Monitoring.Ingestion;
using SlaMonitor.Monitoring.Notification.Delivery;
using SlaMonitor.Monitoring.Observability;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Tests.Harness;
using SlaMonitor.Samples;

namespace SlaMonitor.Monitoring.Tests.Notification.Delivery;

/// <summary>A mail that the queue can never take holds up no other, and does not vanish.</summary>
public sealed class UnqueuedMailsTests : IDisposable
{
    private const string TooLarge = "It is too large.";

    private readonly FakeLogCollector _log = new();
    private readonly Workplace _place;

    public UnqueuedMailsTests() =>
        _place = new Workplace(
            configure: services => services.AddMetrics().AddLogging(logging => logging.AddProvider(new FakeLoggerProvider(_log))));

    [Fact]
    public async Task Evaluate_OneMailTooLargeForTheQueue_TheOthersAreSent_AndItIsRecordedLoggedCountedAndShown()
    {
        using var counted = new MetricCollector<long>(_place.Get<IMeterFactory>(), Telemetry.Name, "slamonitor.mails.unqueued");
        await _place.Get<EventIngestor>().IngestAsync([Created("A", "anna@example.com"), Created("B", "ben@example.com")], default);
        _place.Clock.Advance(Duration.FromHours(3));

        var queue = new QueueThatRefuses(_place.Get<INotificationQueue>(), "anna@example.com");
        await _place.Make<DeadlineEvaluator>(queue).EvaluateAsync(default);
        await _place.NotifyAllAsync();

        var record = Assert.Single(await _place.Ledger.ListAsync("A", default));
        Assert.Equal(("anna@example.com", NotificationState.Failed, TooLarge), (record.Recipient, record.State, record.Detail));
        Assert.Equal("ben@example.com", Assert.Single(_place.Mailer.Mails).To);
        Assert.NotEmpty((await _place.Store.LoadAsync("A", default))!.State.FiredSteps);

        var loud = Assert.Single(_log.GetSnapshot(), entry => entry.Id.Id == 3004);
        Assert.Equal(LogLevel.Error, loud.Level);
        Assert.EndsWith(
            $"of A can never be queued, and nobody is told of its 1 item(s): {TooLarge}", loud.Message, StringComparison.Ordinal);
        Assert.Equal(1, counted.GetMeasurementSnapshot().EvaluateAsCounter());
        var health = await _place.Get<MonitorHealth>().LookAsync(default);
        Assert.Equal((HealthStatus.Degraded, 1), (health.Checks["unreached"], health.Counts["mails.unqueued"]));
    }

    [Fact]
    public async Task Evaluate_TooLargeForTheLedgerToo_SaysSo_AndHoldsUpNobody()
    {
        await _place.Get<EventIngestor>().IngestAsync([Created("A", "anna@example.com")], default);
        _place.Clock.Advance(Duration.FromHours(3));
        var queue = new QueueThatRefuses(_place.Get<INotificationQueue>(), "anna@example.com");
        var ledger = new Mock<INotificationLedger>();
        ledger.Setup(l => l.ClaimAsync(It.IsAny<NotificationClaim>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new InvalidOperationException(TooLarge));
        var unqueued = _place.Make<UnqueuedMails>(ledger.Object);

        await _place.Make<DeadlineEvaluator>(queue, unqueued).EvaluateAsync(default);

        Assert.NotEmpty((await _place.Store.LoadAsync("A", default))!.State.FiredSteps);
        Assert.Single(_log.GetSnapshot(), entry => entry is { Id.Id: 3005, Level: LogLevel.Error });
    }

    [Fact]
    public async Task Health_WhileEverythingWasQueued_ShowsNoCount() =>
        Assert.DoesNotContain("mails.unqueued", (await _place.Get<MonitorHealth>().LookAsync(default)).Counts.Keys);

    public void Dispose() => _place.Dispose();

    private static TicketEvent Created(string ticket, string assignee) =>
        Events.Created(ticket, change: new TicketChange { Assignee = assignee });

    private sealed class QueueThatRefuses(INotificationQueue queue, string recipient) : INotificationQueue
    {
        public async Task<IReadOnlyList<RefusedMessage>> SendAsync(
            IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
        {
            var huge = messages.Where(message => message.Body.Contains(recipient, StringComparison.Ordinal)).ToList();
            await queue.SendAsync([.. messages.Except(huge)], cancellationToken);
            return huge.ConvertAll(message => new RefusedMessage(message, TooLarge));
        }

        public Task SendLaterAsync(OutgoingMessage message, TimeSpan wait, CancellationToken cancellationToken) =>
            queue.SendLaterAsync(message, wait, cancellationToken);

        public Task<QueueDepth?> MeasureAsync(CancellationToken cancellationToken) => queue.MeasureAsync(cancellationToken);
    }
}
