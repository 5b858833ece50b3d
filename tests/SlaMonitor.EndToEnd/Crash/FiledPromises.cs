using SlaMonitor.Harness;

namespace SlaMonitor.EndToEnd.Crash;

/// <summary>What is filed for reports, held against what each ticket's log says when it is worked out anew.</summary>
internal static class FiledPromises
{
    private const string Everything = "/api/reports/crash/2026-01-01..2027-12-31.csv";

    /// <summary>What a writer that died has left is put right by the first reader that comes more than two minutes later.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);

    /// <summary>What is filed and not so, or so and not filed, a line each, once everybody had time to put things right.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(MortalMonitor monitor, IReadOnlyCollection<string> tickets)
    {
        var began = RealTime.Now;
        while (true)
        {
            var faults = await LookAsync(monitor, tickets);
            if (faults.Count == 0 || RealTime.Now - began > Patience) return faults;

            await RealTime.WaitAsync(BetweenLooks);
        }
    }

    private static async Task<IReadOnlyList<string>> LookAsync(MortalMonitor monitor, IReadOnlyCollection<string> tickets)
    {
        var filed = Filed(await monitor.DoAsync(process => process.Http.GetStringAsync(new Uri(Everything, UriKind.Relative))));
        var worked = new List<string>();
        foreach (var id in tickets)
        {
            var ticket = await monitor.DoAsync(process => process.TicketAsync(id));
            worked.AddRange(ticket["clocks"]!.AsArray().Select(clock => Line(
                id, (string?)clock!["target"], $"{clock["cycle"]}", (string?)clock["startedAt"], (string?)clock["dueAt"],
                (string?)clock["endedAt"])));
        }

        return
        [
            .. filed.Except(worked, StringComparer.Ordinal).Select(line => $"filed and not so: {line}"),
            .. worked.Except(filed, StringComparer.Ordinal).Select(line => $"not filed: {line}"),
            .. filed.GroupBy(line => line, StringComparer.Ordinal).Where(same => same.Skip(1).Any())
                .Select(same => $"filed twice: {same.Key}"),
        ];
    }

    /// <summary>No text of these tickets has a comma in it.</summary>
    private static List<string> Filed(string csv)
    {
        var lines = csv.TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var names = lines[0].Split(',');
        int[] columns =
            [.. new[] { "ticket", "target", "cycle", "startedAt", "dueAt", "endedAt" }.Select(name => Array.IndexOf(names, name))];
        Assert.DoesNotContain(-1, columns);
        return
        [
            .. lines.Skip(1).Select(line => line.Split(','))
                .Select(values => Line([.. columns.Select(column => values[column])])),
        ];
    }

    private static string Line(params string?[] parts) => string.Join(' ', parts.Select(part => string.IsNullOrEmpty(part) ? "-" : part));
}
