using Microsoft.Extensions.Logging.Testing;
using SlaMonitor.Monitoring.Notification.Delivery;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Tests.Harness;

namespace SlaMonitor.Monitoring.Tests.Notification.Delivery;

public sealed class DeliveryReportsTests : IDisposable
{
    private static readonly Instant Later = Instant.FromUtc(2026, 3, 2, 9, 0);

    private readonly Workplace _place = new();
    private readonly FakeLogger<DeliveryReports> _logger = new();

    private DeliveryReports Reports => new(_place.Ledger, _logger);

    [Theory]
    [InlineData(DeliveryKind.Bounced)]
    [InlineData(DeliveryKind.Dropped)]
    public async Task Accept_DidNotArrive_IsInTheLedger_OnceHoweverOftenItIsTold(DeliveryKind kind)
    {
        await SentAsync();
        await Reports.AcceptAsync([Report(kind), Report(kind)], default);
        await Reports.AcceptAsync([Report(kind) with { At = Later + Duration.FromHours(1), Reason = "again" }], default);

        var record = Assert.Single(await _place.Ledger.ListAsync("T", default));
        Assert.Equal((NotificationState.Undelivered, Later, "550 no such user"), (record.State, record.ResolvedAt, record.Detail));
        Assert.Equal("NotDelivered", _logger.Collector.GetSnapshot()[0].Id.Name);
    }

    [Theory]
    [InlineData(DeliveryKind.Delivered, 0)]
    [InlineData(DeliveryKind.Deferred, 1)]
    [InlineData(DeliveryKind.SpamReport, 1)]
    public async Task Accept_Arrived_OrStillUnderWay_LeavesTheLedgerAlone(DeliveryKind kind, int logged)
    {
        await SentAsync();
        await Reports.AcceptAsync([Report(kind)], default);

        Assert.Equal(NotificationState.Sent, Assert.Single(await _place.Ledger.ListAsync("T", default)).State);
        Assert.Equal(logged, _logger.Collector.Count);
    }

    [Theory]
    [InlineData("T", "another")]
    [InlineData("another", "n-1")]
    [InlineData(null, "n-1")]
    public async Task Accept_NobodyKnowsIt_IsPassedOver(string? ticket, string notification)
    {
        await SentAsync();
        await Reports.AcceptAsync([Report(DeliveryKind.Bounced) with { TicketId = ticket, NotificationId = notification }], default);

        Assert.Equal(NotificationState.Sent, Assert.Single(await _place.Ledger.ListAsync("T", default)).State);
        Assert.Equal("UnknownNotification", Assert.Single(_logger.Collector.GetSnapshot()).Id.Name);
    }

    public void Dispose() => _place.Dispose();

    private static DeliveryReport Report(DeliveryKind kind) => new("n-1", "T", "gone@example.com", kind, "550 no such user", Later, "e-1");

    private async Task SentAsync()
    {
        var now = _place.Clock.GetCurrentInstant();
        await _place.Ledger.ClaimAsync(new("T", "n-1", "gone@example.com", "response 50%", "m", now, Duration.FromMinutes(5)), default);
        await _place.Ledger.RecordAsync("T", "n-1", new(NotificationState.Sent, now, "id"), default);
    }
}
