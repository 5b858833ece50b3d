using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Evaluation;
using SlaMonitor.Monitoring.Health;
using SlaMonitor.Monitoring.Health.Findings;
using SlaMonitor.Monitoring.Ingestion;
using SlaMonitor.Monitoring.Notification.Delivery;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Tests.Harness;
using SlaMonitor.Samples;

namespace SlaMonitor.Monitoring.Tests.Notification.Delivery;

public sealed class DeliveryReportsTests : IDisposable
{
    private static readonly Instant Later = Instant.FromUtc(2026, 3, 2, 11, 0);

    private readonly FakeLogger<DeliveryReports> _logger = new();
    private readonly Workplace _place;

    public DeliveryReportsTests() =>
        _place = new Workplace(configure: services => services.AddSingleton<ILogger<DeliveryReports>>(_logger));

    [Theory]
    [InlineData(DeliveryKind.Bounced)]
    [InlineData(DeliveryKind.Dropped)]
    [InlineData(DeliveryKind.SpamReport)]
    public async Task Accept_DidNotArrive_IsInTheLedger_OnceHoweverOftenItIsTold(DeliveryKind kind)
    {
        var mail = await SentAsync();
        await AcceptAsync(Report(mail, kind), Report(mail, kind));
        await AcceptAsync(Report(mail, kind) with { At = Later + Duration.FromHours(1), Reason = "again" });

        var record = Assert.Single(await _place.Ledger.ListAsync("T", default));
        Assert.Equal((NotificationState.Undelivered, Later, "550 no such user"), (record.State, record.ResolvedAt, record.Detail));
        Assert.Equal("NotDelivered", Assert.Single(_logger.Collector.GetSnapshot()).Id.Name);
        Assert.Single(await _place.TakeAllAsync()); // to the next one
    }

    [Theory]
    [InlineData(DeliveryKind.Delivered, 0)]
    [InlineData(DeliveryKind.Deferred, 1)]
    public async Task Accept_Arrived_OrStillUnderWay_LeavesTheLedgerAlone(DeliveryKind kind, int logged)
    {
        await AcceptAsync(Report(await SentAsync(), kind));

        Assert.Equal(NotificationState.Sent, Assert.Single(await _place.Ledger.ListAsync("T", default)).State);
        Assert.Equal(logged, _logger.Collector.Count);
        Assert.Empty(await _place.TakeAllAsync());
    }

    [Fact]
    public async Task Accept_OfNobodyThatWasTold_IsCountedAndSaid()
    {
        await SentAsync();
        var report = Report("another", DeliveryKind.Bounced) with { Recipient = "stranger@example.com" };
        await AcceptAsync(report, report with { NotificationId = null });

        Assert.Equal(NotificationState.Sent, Assert.Single(await _place.Ledger.ListAsync("T", default)).State);
        Assert.Empty(_logger.Collector.GetSnapshot());
        var health = await _place.Get<MonitorHealth>().LookAsync(default);
        Assert.Equal((HealthStatus.Degraded, 2), (health.Status, health.Counts["mails.unmatchedReports"]));
        Assert.Contains("a mail to stranger@example.com did not arrive", Assert.Single(health.Problems), StringComparison.Ordinal);
    }

    /// <summary>SendGrid may tell of a bounce without the arguments that we gave it.</summary>
    [Theory]
    [InlineData(null, "gone@example.com")]
    [InlineData("another", "Gone@Example.com")]
    public async Task Accept_WithoutOurId_IsOfAMailToThatAddress(string? id, string address)
    {
        await SentAsync();
        await AcceptAsync(Report("", DeliveryKind.Bounced) with { NotificationId = id, Recipient = address });

        Assert.Equal(NotificationState.Undelivered, Assert.Single(await _place.Ledger.ListAsync("T", default)).State);
        Assert.Single(await _place.TakeAllAsync()); // to the next one
        Assert.Empty((await _place.Get<MonitorHealth>().LookAsync(default)).Counts);
    }

    [Theory]
    [InlineData(3 * 24, true)]
    [InlineData((3 * 24) + 1, false)]
    [InlineData(-1, false)] // before the mail
    public async Task Accept_WithoutOurId_IsOfAMailOfTheLastThreeDaysOnly(int hoursAfterTheMail, bool isOfIt)
    {
        await SentAsync();
        var at = Instant.FromDateTimeOffset(_place.Time.GetUtcNow()) + Duration.FromHours(hoursAfterTheMail);
        await AcceptAsync(Report("", DeliveryKind.Bounced) with { NotificationId = null, At = at });

        Assert.Equal(
            isOfIt ? NotificationState.Undelivered : NotificationState.Sent,
            Assert.Single(await _place.Ledger.ListAsync("T", default)).State);
    }

    public void Dispose() => _place.Dispose();

    private static DeliveryReport Report(string mail, DeliveryKind kind) =>
        new(mail, null, "gone@example.com", kind, "550 no such user", Later, "e-1");

    private Task AcceptAsync(params DeliveryReport[] reports) => _place.Get<IDeliveryReports>().AcceptAsync(reports, default);

    /// <summary>A warning was sent to an assignee who is not there.</summary>
    private async Task<string> SentAsync()
    {
        await _place.Get<EventIngestor>()
            .IngestAsync([Events.Created("T", change: new TicketChange { Assignee = "gone@example.com" })], default);
        _place.Clock.Reset(Instant.FromUtc(2026, 3, 2, 10, 0, 1));
        await _place.Get<DeadlineEvaluator>().EvaluateAsync(default);
        await _place.NotifyAllAsync();
        return Assert.Single(_place.Contents).MailId;
    }
}
