using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using SlaMonitor.Benchmarks.Load;

namespace SlaMonitor.Benchmarks.Reports;

/// <summary>
/// Asks a monitor for the report on a month of very many stored promises, in each format, and prints how long each answer takes and what
/// the process holds.
/// </summary>
internal static class ReportCommand
{
    /// <summary>The first argument.</summary>
    public const string Command = "report";

    private const string Usage = "report [PROMISES [SlaMonitor.Functions.dll]]";
    private const int Rounds = 9;

    /// <summary>Measures and prints.</summary>
    /// <param name="arguments">How many promises (100,000), and the program.</param>
    /// <returns>0, or 1 where the report does not have them all, or 2 for wrong arguments.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var program = arguments.Count > 1 ? Path.GetFullPath(arguments[1]) : LoadCommand.BuiltProgram();
        if (!int.TryParse(arguments.ElementAtOrDefault(0) ?? "100000", CultureInfo.InvariantCulture, out var promises)
            || promises < PatternFolder.PromisesOfATicket || !File.Exists(program))
        {
            await Console.Error.WriteLineAsync($"error: as in: {Usage}; build src/SlaMonitor.Functions in Release first");
            return 2;
        }

        var folder = Directory.CreateTempSubdirectory("sla-report-");
        try
        {
            var file = new ReportFile(program, folder);
            await file.CreateAsync(promises);
            await using var monitor = await file.StartAsync();
            using var http = new HttpClient
            {
                BaseAddress = new Uri($"http://127.0.0.1:{monitor.Port}/api/reports/load/"),
                Timeout = TimeSpan.FromMinutes(5),
            };
            // An empty month, so that the program has made a report before.
            await AskAsync(http, "2025-01.json");
            var json = JsonNode.Parse(await http.GetStringAsync(new Uri("2026-03.json", UriKind.Relative)))!["all"]!;
            var isWhole = (int)json["met"]! + (int)json["breached"]! == promises;
            Console.WriteLine($"{promises:N0} promises, {json["met"]} kept and {json["breached"]} broken");
            Console.WriteLine($"{"format",-6} {"best s",7} {"median s",9} {"CPU s",7} {"MB allocated",13} {"MB held",8}");
            foreach (var format in (string[])["json", "html", "csv", "xlsx"]) await MeasureAsync(monitor, http, format);
            await monitor.StopAsync();
            return isWhole ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(MeasuredServer monitor, HttpClient http, string format)
    {
        var before = await monitor.CountersAsync();
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++) times.Add(await AskAsync(http, $"2026-03.{format}"));
        var after = await monitor.CountersAsync();
        times.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{format,-6} {times[0],7:0.00} {times[Rounds / 2],9:0.00} "
            + $"{(after.Milliseconds - before.Milliseconds) / 1000.0 / Rounds,7:0.00} "
            + $"{(after.Bytes - before.Bytes) / Rounds >> 20,13} {monitor.Memory >> 20,8}"));
    }

    private static async Task<double> AskAsync(HttpClient http, string report)
    {
        var began = Stopwatch.GetTimestamp();
        _ = await http.GetByteArrayAsync(new Uri(report, UriKind.Relative));
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
