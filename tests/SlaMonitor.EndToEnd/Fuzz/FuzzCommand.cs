using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace SlaMonitor.EndToEnd.Fuzz;

/// <summary>Sends the program as many hostile inputs as somebody wants, and says what came of it.</summary>
internal static class FuzzCommand
{
    private const int BatchesBetweenLines = 10;

    /// <param name="count">How many inputs.</param>
    /// <param name="seed">What they are drawn from.</param>
    /// <param name="first">The index of the first: to send one again that a run has complained of, with a count of 1.</param>
    /// <returns>0 where the program bore all of it, 1 where it did not, 2 for wrong arguments.</returns>
    public static async Task<int> RunAsync(string count, string seed, string first = "0")
    {
        if (NumberOf(count) is not { } inputs || NumberOf(seed) is not { } from || NumberOf(first) is not { } start)
        {
            await Console.Error.WriteLineAsync("error: how many and a seed are needed, and perhaps an index, as in: fuzz 1000000 1");
            return 2;
        }

        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            return await RunAsync(new FuzzPlan(inputs, from, start), stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("error: broken off");
            return 1;
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    private static async Task<int> RunAsync(FuzzPlan plan, CancellationToken cancellationToken)
    {
        var (time, said) = (Stopwatch.StartNew(), 0);
        if (plan.Count == 1) Console.WriteLine(new FuzzInputs(plan.Seed).Make(plan.First));
        var batch = 0;
        var record = await FuzzRun.PlayAsync(plan, Progress, cancellationToken);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{record}; {time.Elapsed.TotalSeconds:F0} s."));
        foreach (var fault in record.Faults) Console.WriteLine(fault);
        if (!record.Faults.IsEmpty) Console.WriteLine(record.Log[..Math.Min(record.Log.Length, 20_000)]);
        return record.Faults.IsEmpty ? 0 : 1;

        void Progress(FuzzRecord soFar)
        {
            if (++batch % BatchesBetweenLines != 0) return;

            var seconds = (int)time.Elapsed.TotalSeconds;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{soFar.Count} in {seconds} s, {soFar.MemoryNow} MiB"));
            // What it complains of is said at once: a long run may be broken off.
            foreach (var fault in soFar.Faults.Skip(said)) Console.WriteLine(fault);
            said = soFar.Faults.Count;
        }
    }

    private static int? NumberOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
