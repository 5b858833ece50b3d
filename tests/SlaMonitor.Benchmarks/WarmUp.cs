using System.Diagnostics;

namespace SlaMonitor.Benchmarks;

/// <summary>
/// Lets the JIT finish before anything is measured: on a busy machine its second compilation comes late, and the first row
/// of a run would pay for it.
/// </summary>
internal static class WarmUp
{
    public static void For(TimeSpan time, Func<long> work)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < time)
            _ = work();
    }
}
