using NodaTime;

namespace SlaMonitor.Monitoring.Storage;

/// <summary>
/// How a store keeps a point in time: whole units of 100 ns since 1970, an integer that sorts as time does.
/// What is finer than that is cut off on the way in, so that a value never changes again once it has been stored.
/// </summary>
public static class StoredInstant
{
    /// <summary>The integer for an instant.</summary>
    public static long ToTicks(Instant instant) => instant.ToUnixTimeTicks();

    /// <summary>The instant for an integer of <see cref="ToTicks"/>.</summary>
    public static Instant FromTicks(long ticks) => Instant.FromUnixTimeTicks(ticks);

    /// <summary>The instant as it will come back from a store.</summary>
    public static Instant Truncate(Instant instant) => FromTicks(ToTicks(instant));
}
