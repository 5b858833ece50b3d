using Microsoft.Extensions.Time.Testing;
using Moq;
using NodaTime.Testing;
using SlaMonitor.Monitoring.Ingestion;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Tests.Ingestion;

/// <summary>When each connection was last heard.</summary>
public sealed class LastDeliveriesTests
{
    private static readonly Instant Nine = Instant.FromUtc(2026, 3, 2, 9, 0);

    private readonly FakeClock _clock = new(Nine);
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Heard_IsSeenByAnotherProcess_AndWrittenOnceAMinute()
    {
        var notes = new Mock<IMonitorNotes>();
        MonitorNote? kept = null;
        notes.Setup(one => one.KeepAsync(It.IsAny<MonitorNote>(), It.IsAny<CancellationToken>()))
            .Callback<MonitorNote, CancellationToken>((note, _) => kept = note).Returns(Task.CompletedTask);
        notes.Setup(one => one.FindAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync(() => kept);
        var deliveries = new LastDeliveries(_clock, _time, notes.Object);

        await deliveries.NoteAsync("acme", default);
        _clock.Advance(Duration.FromSeconds(30));
        _time.Advance(TimeSpan.FromSeconds(30));
        await deliveries.NoteAsync("acme", default);

        Assert.Equal(Nine + Duration.FromSeconds(30), await deliveries.FindAsync("acme", default));
        Assert.Equal(Nine, await new LastDeliveries(_clock, _time, notes.Object).FindAsync("acme", default));
        notes.Verify(one => one.KeepAsync(It.IsAny<MonitorNote>(), It.IsAny<CancellationToken>()), Times.Once);

        _time.Advance(TimeSpan.FromMinutes(1));
        await deliveries.NoteAsync("acme", default);
        notes.Verify(one => one.KeepAsync(It.IsAny<MonitorNote>(), It.IsAny<CancellationToken>()), Times.Exactly(2));
    }

    [Fact]
    public async Task StoreThatIsAway_SpoilsNoDelivery_AndIsToldWithTheNextOne()
    {
        var notes = new Mock<IMonitorNotes>();
        notes.Setup(one => one.KeepAsync(It.IsAny<MonitorNote>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new StoreUnavailableException("away", new TimeoutException()));
        var deliveries = new LastDeliveries(_clock, _time, notes.Object);

        await deliveries.NoteAsync("acme", default);
        await deliveries.NoteAsync("acme", default);

        notes.Verify(one => one.KeepAsync(It.IsAny<MonitorNote>(), It.IsAny<CancellationToken>()), Times.Exactly(2));
        Assert.Equal(Nine, await deliveries.FindAsync("acme", default));
    }

    [Fact]
    public async Task NeverHeard_IsNothing() => Assert.Null(await new LastDeliveries(_clock, _time).FindAsync("acme", default));
}
