using NodaTime;

namespace SlaMonitor.Cli.Running;

/// <summary>One present for a whole command.</summary>
internal sealed class FixedClock(Instant now) : IClock
{
    public Instant GetCurrentInstant() => now;
}
