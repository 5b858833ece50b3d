using System.Text.Json;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Evaluation;
using SlaMonitor.Monitoring.Health;
using SlaMonitor.Monitoring.Ingestion;
using SlaMonitor.Monitoring.Notification;
using SlaMonitor.Monitoring.Tests.Harness;
using SlaMonitor.Monitoring.Views;
using SlaMonitor.Samples;

namespace SlaMonitor.Monitoring.Tests.Views;

/// <summary>The JSON that the API promises, whole.</summary>
public sealed class ViewTests : IDisposable
{
    private readonly Workplace _place = new();

    [Fact]
    public async Task Ticket_WithAHeldClockAndANotification_IsThisJson()
    {
        await IngestAsync(
            Events.Created("HD-1", change: Events.Printer),
            Events.Of(TicketEventType.Updated, "HD-1", "2026-03-02T09:00:00Z", change: new() { Status = TicketStatus.Pending }));
        _place.Clock.Reset(Instant.FromUtc(2026, 3, 2, 10, 0, 1));
        await _place.Get<DeadlineEvaluator>().EvaluateAsync(default);
        foreach (var message in await _place.TakeAllAsync()) await _place.Get<Notifier>().NotifyAsync(message.Body, default);

        Golden.AssertEqual(
            "ticket.json",
            JsonSerializer.Serialize(await _place.Get<TicketViews>().FindAsync("HD-1", default), ViewJson.Options));
    }

    [Fact]
    public async Task Ticket_ThatNothingIsKnownOf_IsNull()
    {
        await IngestAsync(Events.Of(TicketEventType.Unknown, "HD-2", "2026-03-02T08:00:00Z"));

        Assert.Null(await _place.Get<TicketViews>().FindAsync("HD-1", default));
        Assert.Null(await _place.Get<TicketViews>().FindAsync("HD-2", default));
    }

    [Fact]
    public async Task Health_Lagging_SaysSinceWhen()
    {
        await IngestAsync(Events.Created("T"));
        _place.Clock.Reset(Instant.FromUtc(2026, 3, 2, 11, 0));

        Golden.AssertEqual("health.json", JsonSerializer.Serialize(await _place.Get<MonitorHealth>().LookAsync(default), ViewJson.Options));
    }

    public void Dispose() => _place.Dispose();

    private Task<IngestionReceipt> IngestAsync(params TicketEvent[] events) => _place.Get<EventIngestor>().IngestAsync(events, default);
}
