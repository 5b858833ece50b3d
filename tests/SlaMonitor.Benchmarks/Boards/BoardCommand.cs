using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using SlaMonitor.Benchmarks.Load;

namespace SlaMonitor.Benchmarks.Boards;

/// <summary>
/// Asks a monitor with very many open tickets for its board, as the first viewer after the start, as one of fifty, and as one who has it
/// already, and prints how long each answer takes, how much it weighs, and what it costs.
/// </summary>
internal static class BoardCommand
{
    /// <summary>The first argument.</summary>
    public const string Command = "board";

    private const string Usage = "board [TICKETS [SlaMonitor.Functions.dll]]";
    private const int Viewers = 50;
    private const int Rounds = 9;

    /// <summary>Measures and prints.</summary>
    /// <param name="arguments">How many tickets are open (100,000), and the program.</param>
    /// <returns>0, or 2 for wrong arguments.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var program = arguments.Count > 1 ? Path.GetFullPath(arguments[1]) : LoadCommand.BuiltProgram();
        if (!int.TryParse(arguments.ElementAtOrDefault(0) ?? "100000", CultureInfo.InvariantCulture, out var tickets)
            || tickets < 2 || !File.Exists(program))
        {
            await Console.Error.WriteLineAsync($"error: as in: {Usage}; build src/SlaMonitor.Functions in Release first");
            return 2;
        }

        var folder = Directory.CreateTempSubdirectory("sla-board-");
        try
        {
            var file = new BoardFile(program, folder);
            await file.CreateAsync(tickets);
            await using var monitor = await file.StartAsync();
            using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{monitor.Port}/api/") };
            Console.WriteLine($"{tickets:N0} open tickets, {tickets * PatternFolder.PromisesOfATicket:N0} open promises");
            Console.WriteLine($"{"",-42} {"best ms",8} {"median ms",10} {"KB",6} {"KB gzip",8} {"CPU ms",7}");
            await MeasureAsync(monitor, http, "the first page after the start", "dashboard", rounds: 1);
            await MeasureAsync(monitor, http, "the page", "dashboard", Rounds);
            await MeasureAsync(monitor, http, "the page of one customer", "dashboard?customer=Customer%207", Rounds);
            await MeasureAsync(monitor, http, "GET /api/promises, a hundred", "promises", Rounds);
            await ViewersAsync(monitor, http, viewers: 1);
            await ViewersAsync(monitor, http, Viewers);
            await ViewersAsync(monitor, http, Viewers); // once more, when their connections are open and all code is compiled
            await monitor.StopAsync();
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(MeasuredServer monitor, HttpClient http, string what, string address, int rounds)
    {
        var before = await monitor.CountersAsync();
        var times = new List<double>();
        var weight = 0;
        for (var round = 0; round < rounds; round++)
        {
            var began = Stopwatch.GetTimestamp();
            weight = (await http.GetByteArrayAsync(new Uri(address, UriKind.Relative))).Length;
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        var after = await monitor.CountersAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        using var packed = await http.SendAsync(request);
        var packedWeight = (await packed.Content.ReadAsByteArrayAsync()).Length;
        times.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-42} {times[0],8:0} {times[rounds / 2],10:0} {weight / 1024,6} {packedWeight / 1024,8} "
            + $"{(double)(after.Milliseconds - before.Milliseconds) / rounds,7:0}"));
    }

    /// <summary>All look at once, and look again once a second for ten seconds, as the page's script does less often.</summary>
    private static async Task ViewersAsync(MeasuredServer monitor, HttpClient http, int viewers)
    {
        var before = await monitor.CountersAsync();
        var times = await Task.WhenAll(Enumerable.Range(0, viewers).Select(_ => LookAsync(http)));
        var after = await monitor.CountersAsync();
        var sorted = times.SelectMany(time => time).Order().ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{$"{viewers} viewer(s), ten looks each",-42} {sorted[0],8:0} {sorted[sorted.Count / 2],10:0} {"",6} {"",8} "
            + $"{(double)(after.Milliseconds - before.Milliseconds),7:0}"));
    }

    private static async Task<IReadOnlyList<double>> LookAsync(HttpClient http)
    {
        var times = new List<double>();
        string? mark = null;
        using var pause = new PeriodicTimer(TimeSpan.FromSeconds(1));
        for (var look = 0; look < 10; look++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("dashboard", UriKind.Relative));
            if (mark is not null) request.Headers.TryAddWithoutValidation("If-None-Match", mark);
            var began = Stopwatch.GetTimestamp();
            using var answer = await http.SendAsync(request);
            _ = await answer.Content.ReadAsByteArrayAsync();
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            mark = answer.Headers.ETag?.ToString() ?? mark;
            await pause.WaitForNextTickAsync();
        }

        return times;
    }
}
