using System.Globalization;

namespace SlaMonitor.Benchmarks.Load;

/// <summary>
/// Puts the monitor and its ceiling under the same load in turn, and prints what each did and the ratio. Ratios can be compared between
/// machines, and between hours of a busy one; figures cannot.
/// </summary>
internal static class LoadCommand
{
    /// <summary>The first argument.</summary>
    public const string Command = "load";

    private const string Usage = "load [SECONDS [ROUNDS [SlaMonitor.Functions.dll]]]";

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);

    private static readonly (string Name, int Connections, int Events, bool IsSigned)[] Loads =
    [
        ("new tickets, 64 connections", 64, 1, false),
        ("20 events a ticket, 64 connections", 64, 20, false),
        ("signed webhooks, 64 connections", 64, 1, true),
        ("new tickets, 4 connections", 4, 1, false),
        ("new tickets, 1 connection", 1, 1, false),
    ];

    /// <summary>Measures and prints.</summary>
    /// <param name="arguments">Seconds for each load (4), rounds of which the median counts (1), and the program.</param>
    /// <returns>0, or 1 where an acknowledged event is not in the file after the kill at the end, or 2 for wrong arguments.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var program = arguments.Count > 2 ? Path.GetFullPath(arguments[2]) : BuiltProgram();
        if (!int.TryParse(arguments.ElementAtOrDefault(0) ?? "4", CultureInfo.InvariantCulture, out var seconds) || seconds < 1
            || !int.TryParse(arguments.ElementAtOrDefault(1) ?? "1", CultureInfo.InvariantCulture, out var rounds) || rounds < 1
            || !File.Exists(program))
        {
            await Console.Error.WriteLineAsync($"error: as in: {Usage}; build src/SlaMonitor.Functions in Release first");
            return 2;
        }

        await using var monitor = await MeasuredServer.MonitorAsync(program);
        await using var ceiling = await MeasuredServer.CeilingAsync();
        (MeasuredServer Server, LoadRun Run)[] both = [(monitor, new LoadRun(monitor)), (ceiling, new LoadRun(ceiling))];
        foreach (var (_, run) in both) _ = await run.MeasureAsync(16, 5, WarmUp); // the JIT comes first

        Console.WriteLine($"{"load",-36} {"server",-8} {"a second",9} {"p50 ms",7} {"p99 ms",7} {"KB each",8} {"CPU ms",7} {"ratio",6}");
        foreach (var (name, connections, events, isSigned) in Loads)
        {
            var figures = both.Select(_ => new List<LoadFigures>()).ToArray();
            for (var round = 0; round < rounds; round++)
            {
                for (var i = 0; i < both.Length; i++)
                    figures[i].Add(await both[i].Run.MeasureAsync(connections, events, TimeSpan.FromSeconds(seconds), isSigned));
            }

            var medians = figures.Select(Median).ToArray();
            for (var i = 0; i < both.Length; i++)
            {
                var m = medians[i];
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name,-36} {both[i].Server.Name,-8} {m.PerSecond,9:N0} {m.Median,7:0.0} {m.P99,7:0.0} "
                    + $"{m.Bytes / 1024,8:0.0} {m.Processor,7:0.000} {m.PerSecond / medians[^1].PerSecond,6:0.000}"));
            }
        }

        foreach (var (n, around, tickets) in ((int, int, int)[])[(10, 5, 20), (1_000, 50, 1), (5_000, 50, 1)])
        {
            var milliseconds = await both[0].Run.NthAsync(n, around, tickets);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"event {n:N0} of a ticket, 1 connection: {milliseconds:0.00} ms"));
        }

        return await AllThereAsync(both) ? 0 : 1;
    }

    /// <summary>The round in the middle, by requests a second.</summary>
    private static LoadFigures Median(List<LoadFigures> rounds) => rounds.OrderBy(one => one.PerSecond).ElementAt(rounds.Count / 2);

    private static async Task<bool> AllThereAsync((MeasuredServer Server, LoadRun Run)[] both)
    {
        var areThere = true;
        foreach (var (server, run) in both)
        {
            var stored = await server.KillAndCountAsync();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{server.Name}: {run.Acknowledged:N0} events acknowledged, {stored:N0} in the file after a kill"));
            areThere &= stored >= run.Acknowledged;
        }

        return areThere;
    }

    // As the build lays them out: …/tests/SlaMonitor.Benchmarks/bin/Release/net10.0.
    internal static string BuiltProgram() => Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "../../../../../src/SlaMonitor.Functions/bin/Release/net10.0/SlaMonitor.Functions.dll"));
}
