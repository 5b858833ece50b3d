using System.Diagnostics;
using System.Globalization;

namespace SlaMonitor.Benchmarks.Load;

/// <summary>
/// Starts the monitor and the ceiling in turn and prints how long each takes to its first answer; and what the monitor needs while nobody
/// asks it anything, before a load and after it.
/// </summary>
internal static class StartCommand
{
    /// <summary>The first argument.</summary>
    public const string Command = "start";

    private const string Usage = "start [ROUNDS [SlaMonitor.Functions.dll ...]]";

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Load = TimeSpan.FromSeconds(10);

    /// <summary>Measures and prints.</summary>
    /// <param name="arguments">How many rounds, of which the best counts (5), and the programs: as built, as published.</param>
    /// <returns>0, or 2 for wrong arguments.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var programs = arguments.Count > 1 ? arguments.Skip(1).Select(Path.GetFullPath).ToList() : [LoadCommand.BuiltProgram()];
        if (!int.TryParse(arguments.ElementAtOrDefault(0) ?? "5", CultureInfo.InvariantCulture, out var rounds) || rounds < 1
            || !programs.TrueForAll(File.Exists))
        {
            await Console.Error.WriteLineAsync($"error: as in: {Usage}; build src/SlaMonitor.Functions in Release first");
            return 2;
        }

        List<(string Name, Func<Task<MeasuredServer>> Start)> starts =
        [
            .. programs.Select(program => (program, (Func<Task<MeasuredServer>>)(() => MeasuredServer.MonitorAsync(program)))),
            ("ceiling", MeasuredServer.CeilingAsync),
        ];
        var best = starts.ConvertAll(_ => TimeSpan.MaxValue);
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < starts.Count; i++)
            {
                var began = Stopwatch.GetTimestamp();
                await using var server = await starts[i].Start();
                var took = Stopwatch.GetElapsedTime(began);
                if (took < best[i]) best[i] = took;
            }
        }

        foreach (var ((name, _), took) in starts.Zip(best))
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{took.TotalMilliseconds,6:0} ms to the first answer, {took / best[^1]:0.0} of the ceiling: {name}"));
        }

        foreach (var program in programs) await IdleAsync(program);
        return 0;
    }

    private static async Task IdleAsync(string program)
    {
        await using var monitor = await MeasuredServer.MonitorAsync(program);
        await WaitAsync(); // what comes after the start is over
        var (used, idle) = (await UsedAsync(monitor), monitor.Memory);
        _ = await new LoadRun(monitor).MeasureAsync(64, 5, Load);
        var loaded = monitor.Memory;
        await WaitAsync();
        var (later, usedLater) = (monitor.Memory, await UsedAsync(monitor));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"idle {used:0.00} % of a processor, {idle / 1e6:0} MB; {loaded / 1e6:0} MB after a load, {later / 1e6:0} MB "
            + $"{Idle.TotalSeconds:0} s later, when it uses {usedLater:0.00} %"));
    }

    private static async Task<double> UsedAsync(MeasuredServer monitor)
    {
        var before = await monitor.CountersAsync();
        await WaitAsync();
        return 100.0 * ((await monitor.CountersAsync()).Milliseconds - before.Milliseconds) / Idle.TotalMilliseconds;
    }

    private static async Task WaitAsync()
    {
        using var timer = new PeriodicTimer(Idle);
        await timer.WaitForNextTickAsync();
    }
}
