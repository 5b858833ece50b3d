using NodaTime;

namespace SlaMonitor.Core.Calendars.Compilation;

/// <summary>
/// A UTC day of a timeline in eight bytes: fifteen years of them are searched at random, and what stays in the processor's cache is
/// answered several times faster.
/// </summary>
internal readonly struct Day
{
    private const int ShapeBits = 16;
    private const int StepBits = 8;

    private readonly ulong _packed;

    /// <param name="openBefore">Open ticks of the timeline before the day, in whole seconds below 2^40 (35,000 years).</param>
    /// <param name="shape">Which shape the day has.</param>
    /// <param name="toNextOpen">How many days on the next open one is, or the end; 255 where it is more.</param>
    public Day(long openBefore, ushort shape, int toNextOpen) =>
        _packed = ((ulong)(openBefore / NodaConstants.TicksPerSecond) << (ShapeBits + StepBits))
            | ((ulong)Math.Min(toNextOpen, byte.MaxValue) << ShapeBits)
            | shape;

    public long OpenBefore => unchecked((long)(_packed >> (ShapeBits + StepBits)) * NodaConstants.TicksPerSecond);

    public int Shape => unchecked((int)(_packed & ushort.MaxValue));

    /// <summary>
    /// Finds days by the open time before them. The last day that does not have more of it than asked for is always an open one, and from
    /// one open day to the next it steps over those between.
    /// </summary>
    public readonly struct ByOpenTime : IAscending<Day>
    {
        public static long KeyOf(in Day day) => day.OpenBefore;

        public static int StepFrom(in Day day) => unchecked((int)((day._packed >> ShapeBits) & byte.MaxValue));
    }
}
