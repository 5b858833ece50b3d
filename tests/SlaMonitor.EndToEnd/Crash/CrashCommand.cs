using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using SlaMonitor.StoreContracts.Emulator;

namespace SlaMonitor.EndToEnd.Crash;

/// <summary>Kills the program as often as somebody wants, and says what came of it.</summary>
internal static class CrashCommand
{
    /// <returns>0 where nothing was lost and nobody told twice, 1 where something was, 2 for wrong arguments.</returns>
    public static async Task<int> RunAsync(string setup, string kills, string seed)
    {
        if (!Enum.TryParse<CrashSetup>(setup, ignoreCase: true, out var what)
            || !int.TryParse(kills, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || !int.TryParse(seed, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            await Console.Error.WriteLineAsync("error: what, how often and a seed are needed, as in: crash sqlite|folder|tables|two 100 1");
            return 2;
        }

        var plan = new CrashPlan(what, count, number);
        if (plan.OnTables && Azurite.Missing is { } missing)
        {
            await Console.Error.WriteLineAsync($"error: {missing}");
            return 2;
        }

        // Whoever breaks it off leaves no process behind.
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            return await RunAsync(plan, stop.Token);
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

    private static async Task<int> RunAsync(CrashPlan plan, CancellationToken cancellationToken)
    {
        var time = Stopwatch.StartNew();
        await using var azurite = plan.OnTables ? await Azurite.StartAsync() : null;
        var verdict = await CrashVerdict.OfAsync(plan, azurite, cancellationToken);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{verdict} {time.Elapsed.TotalSeconds:F0} s."));
        var faults = verdict.Faults();
        foreach (var fault in faults) Console.WriteLine(fault);
        return faults.Count == 0 ? 0 : 1;
    }
}
