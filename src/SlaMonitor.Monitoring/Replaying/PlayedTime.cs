using NodaTime;

namespace SlaMonitor.Monitoring.Replaying;

/// <summary>The time of a history that is played: it goes on from event to event.</summary>
internal sealed class PlayedTime : TimeProvider, IClock
{
    private Instant _now;

    public Instant GetCurrentInstant() => _now;

    public override DateTimeOffset GetUtcNow() => _now.ToDateTimeOffset();

    public void GoTo(Instant now) => _now = now;
}
