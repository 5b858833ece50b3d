using BenchmarkDotNet.Attributes;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Tests.Calendars.Reference;

namespace SlaMonitor.Benchmarks.Calendars;

/// <summary>What the same questions cost when one steps minute by minute.</summary>
public class SteppingBenchmarks
{
    private readonly Instant _start = SampleCalendars.FirstDay + Duration.FromHours(32); // a working day, nine in the morning in Berlin
    private readonly SteppingCalendar _calendar = new(SampleCalendars.Definition(1), [], Duration.FromMinutes(1));
    private BusinessDuration _budget;

    /// <summary>From start to end, or so much budget as that has.</summary>
    [Params(Span.Hour, Span.Day, Span.NineDays, Span.Days111, Span.Year)]
    public Span Span { get; set; }

    [GlobalSetup]
    public void Setup() => _budget = _calendar.Elapsed(_start, _start + Duration.FromHours((int)Span));

    [Benchmark]
    public Instant Add() => _calendar.Add(_start, _budget);

    [Benchmark]
    public BusinessDuration Elapsed() => _calendar.Elapsed(_start, _start + Duration.FromHours((int)Span));
}
