using BenchmarkDotNet.Attributes;
using SlaMonitor.Core.Calendars;

namespace SlaMonitor.Benchmarks.Calendars;

/// <summary>
/// The two questions through the public API, at 1,024 random instants of ten years in turn, so that neither the caches nor the branch
/// predictor can learn the answer.
/// </summary>
public class AnswerBenchmarks
{
    private const int Questions = 1024;
    private readonly Instant[] _starts = new Instant[Questions];
    private readonly Instant[] _ends = new Instant[Questions];
    private readonly BusinessDuration[] _budgets = new BusinessDuration[Questions];
    private BusinessCalendar _calendar = null!;

    /// <summary>Windows a day.</summary>
    [Params(1, 2, 48, 288)]
    public int Windows { get; set; }

    /// <summary>From start to end, or so much budget as that usually has.</summary>
    [Params(Span.Hour, Span.Day, Span.NineDays, Span.Days111, Span.Year)]
    public Span Span { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _calendar = BusinessCalendar.Compile(SampleCalendars.Definition(Windows));
        var random = new Random(20260302);
        for (var i = 0; i < Questions; i++)
        {
            _starts[i] = SampleCalendars.FirstDay + Duration.FromMilliseconds(random.NextInt64(10L * 365 * 86_400_000));
            _ends[i] = _starts[i] + Duration.FromHours((int)Span);
            _budgets[i] = _calendar.Elapsed(
                _calendar.NextOpening(_starts[i]),
                _calendar.NextOpening(_starts[i]) + Duration.FromHours((int)Span));
        }

        WarmUp.For(TimeSpan.FromMilliseconds(300), () => Add() ^ Elapsed());
    }

    [Benchmark(OperationsPerInvoke = Questions)]
    public long Add()
    {
        var sum = 0L;
        for (var i = 0; i < Questions; i++)
            sum ^= _calendar.Add(_starts[i], _budgets[i]).GetHashCode();
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Questions)]
    public long Elapsed()
    {
        var sum = 0L;
        for (var i = 0; i < Questions; i++)
            sum ^= _calendar.Elapsed(_starts[i], _ends[i]).Ticks;
        return sum;
    }
}
