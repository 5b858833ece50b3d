using System.Diagnostics;
using System.Globalization;
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

        var time = Stopwatch.StartNew();
        await using var azurite = plan.OnTables ? await Azurite.StartAsync() : null;
        var verdict = await CrashVerdict.OfAsync(plan, azurite);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{verdict} {time.Elapsed.TotalSeconds:F0} s."));
        foreach (var fault in verdict.Faults()) Console.WriteLine(fault);
        return verdict.Faults().Count == 0 ? 0 : 1;
    }
}
