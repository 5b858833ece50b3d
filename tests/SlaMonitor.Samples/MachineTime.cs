using Microsoft.Extensions.Time.Testing;

namespace SlaMonitor.Samples;

/// <summary>
/// The time of a machine whose clock somebody sets. Timers and timestamps go on as they were, as a real machine's do; those of
/// <see cref="FakeTimeProvider"/> jump with its clock.
/// </summary>
/// <param name="start">What the clock shows first.</param>
public sealed class MachineTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private TimeSpan _set;

    /// <summary>Sets the clock on, or back.</summary>
    public void Set(TimeSpan by) => _set += by;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _set;

    /// <inheritdoc />
    public override long GetTimestamp() => base.GetTimestamp() - (long)(_set.TotalSeconds * TimestampFrequency);
}
