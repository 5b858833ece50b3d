using NodaTime;

namespace SlaMonitor.Core.Calendars.Compilation;

/// <summary>The instants about which calendars can be asked: the years 1950 to 2119 in UTC. Day indexes fit 16 bits within it.</summary>
internal static class SupportedRange
{
    public const int FirstYear = 1950;
    public const int LastYear = 2119;

    public static int FirstDay { get; } = DayPlan.NumberOf(new LocalDate(FirstYear, 1, 1));

    /// <summary>The first day that is not in range any more.</summary>
    public static int EndDay { get; } = DayPlan.NumberOf(new LocalDate(LastYear + 1, 1, 1));

    public static long Start { get; } = FirstDay * NodaConstants.TicksPerDay;

    public static long End { get; } = EndDay * NodaConstants.TicksPerDay;
}
