using BenchmarkDotNet.Attributes;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Benchmarks.Calendars;

/// <summary>Checking a definition and compiling the fifteen years around the first question.</summary>
public class CompileBenchmarks
{
    private CalendarDefinition _definition = null!;

    /// <summary>Windows a day.</summary>
    [Params(1, 2, 48, 288)]
    public int Windows { get; set; }

    [GlobalSetup]
    public void Setup() => _definition = SampleCalendars.Definition(Windows);

    [Benchmark]
    public bool CompileFifteenYears() => BusinessCalendar.Compile(_definition).IsOpen(SampleCalendars.FirstDay);
}
