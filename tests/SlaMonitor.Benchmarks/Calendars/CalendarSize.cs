using SlaMonitor.Core.Calendars;

namespace SlaMonitor.Benchmarks.Calendars;

/// <summary>How much memory a compiled calendar keeps.</summary>
internal static class CalendarSize
{
    private const int Calendars = 64;

    public static void Print()
    {
        foreach (var windows in (int[])[1, 2, 48, 288])
            Console.WriteLine($"Fifteen years with {windows} windows a day keep {Measure(windows):N0} bytes.");
    }

    private static long Measure(int windows)
    {
        var definition = SampleCalendars.Definition(windows);
        var calendars = new BusinessCalendar[Calendars];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < Calendars; i++)
        {
            calendars[i] = BusinessCalendar.Compile(definition);
            _ = calendars[i].IsOpen(SampleCalendars.FirstDay);
        }

        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(calendars);
        return (after - before) / Calendars;
    }
}
