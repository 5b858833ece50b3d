using System.Diagnostics;
using System.Globalization;
using SlaMonitor.Benchmarks.Load;

namespace SlaMonitor.Benchmarks.Due;

/// <summary>
/// Lets very many tickets come due at once among many more, and prints how long it takes until they are fired, queued and recorded, and
/// how many mails a second leave then.
/// </summary>
internal static class DueCommand
{
    /// <summary>The first argument.</summary>
    public const string Command = "due";

    private const string Usage = "due [OPEN [DUE [SlaMonitor.Functions.dll]]]";

    private const int WarmUp = 2_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Measures and prints.</summary>
    /// <param name="arguments">How many tickets are open (1,000,000), how many come due (10,000), and the program.</param>
    /// <returns>0, or 1 where a ticket was not recorded or a mail not sent, or 2 for wrong arguments.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var program = arguments.Count > 2 ? Path.GetFullPath(arguments[2]) : LoadCommand.BuiltProgram();
        if (!int.TryParse(arguments.ElementAtOrDefault(0) ?? "1000000", CultureInfo.InvariantCulture, out var open) || open < 1
            || !int.TryParse(arguments.ElementAtOrDefault(1) ?? "10000", CultureInfo.InvariantCulture, out var due) || due < 1
            || !File.Exists(program))
        {
            await Console.Error.WriteLineAsync($"error: as in: {Usage}; build src/SlaMonitor.Functions in Release first");
            return 2;
        }

        var folder = Directory.CreateTempSubdirectory("sla-due-");
        try
        {
            var file = new DueFile(program, folder);
            await file.CreateAsync(open);
            file.Arm(WarmUp, due, 1);
            var bare = file.MeasureBare(WarmUp + due).TotalSeconds;
            Print(string.Create(CultureInfo.InvariantCulture, $"bare read and update of {WarmUp + due:N0}: {bare:0.00} s"));
            Print(
                $"{"mails to",-12} {"people",7} {"in the folder",13} {"fired and recorded, s",22} {"mails a second",15} "
                + $"{"CPU ms",7} {"KB each",8}");
            var isGood = await FireAsync(file, folder, due, people: 1, there: 0);
            isGood &= await FireAsync(file, folder, due, people: 200, there: 0);
            foreach (var there in (int[])[0, 10_000, 50_000]) isGood &= await FireAsync(file, folder, due, people: due, there);
            isGood &= await FireAsync(file, folder, due, people: due, there: null);
            return isGood ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<bool> FireAsync(DueFile file, DirectoryInfo folder, int due, int people, int? there)
    {
        file.Arm(WarmUp, due, people);
        var mails = new DirectoryInfo(Path.Combine(folder.FullName, "mail"));
        if (mails.Exists) mails.Delete(recursive: true);
        mails.Create();
        for (var i = 0; i < there; i++) await File.WriteAllTextAsync(Path.Combine(mails.FullName, $"20250101T000000Z-{i:x32}.eml"), "");

        await using var sink = MailSink.Start();
        string[] way = there is null
            ? ["--set", "Mail:Smtp:Host=127.0.0.1", "--set", $"Mail:Smtp:Port={sink.Port}", "--set", "Mail:Smtp:Tls=None",
                "--set", "Mail:From=sla@example.com"]
            : ["--mail", mails.FullName];
        await using var monitor = await file.StartAsync(way);
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{monitor.Port}"), Timeout = Patience };
        await MoveAsync(http, DueFile.WarmUpDue, drain: true);

        var atFirst = await monitor.CountersAsync();
        var began = Stopwatch.GetTimestamp();
        await MoveAsync(http, DueFile.AllDue, drain: false);
        var fired = Stopwatch.GetElapsedTime(began);
        var (before, counted) = (file.Sent(), Stopwatch.GetTimestamp());
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        long sent;
        while ((sent = file.Sent()) < due && Stopwatch.GetElapsedTime(began) < Patience) await pause.WaitForNextTickAsync();
        var rate = (sent - before) / Stopwatch.GetElapsedTime(counted).TotalSeconds;
        var recorded = file.Recorded();
        var atLast = await monitor.CountersAsync();
        await monitor.StopAsync();
        var mailsASecond = people < due ? "" : rate.ToString("N0", CultureInfo.InvariantCulture);
        var taken = there is null ? $"   {sink.Mails} mails on {sink.Connections} connections" : "";
        Print(string.Create(
            CultureInfo.InvariantCulture,
            $"{(there is null ? "SMTP" : "folder"),-12} {people,7:N0} {there,13:N0} {fired.TotalSeconds,22:0.00} {mailsASecond,15} "
            + $"{(double)(atLast.Milliseconds - atFirst.Milliseconds) / due,7:0.000} "
            + $"{(atLast.Bytes - atFirst.Bytes) / 1024.0 / due,8:0.0}{taken}"));
        if (sent == due && recorded == due) return true;

        Print($"{recorded:N0} of {due:N0} are recorded, {sent:N0} sent");
        return false;
    }

    private static async Task MoveAsync(HttpClient http, Instant to, bool drain)
    {
        using var answer = await http.PostAsync(new Uri($"/admin/clock?to={to}&drain={drain}", UriKind.Relative), null);
        answer.EnsureSuccessStatusCode();
    }

    private static void Print(string line) => Console.WriteLine(line);
}
