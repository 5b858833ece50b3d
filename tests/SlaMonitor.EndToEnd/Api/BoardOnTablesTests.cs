using SlaMonitor.EndToEnd.HelpdeskLog;
using SlaMonitor.Harness;
using SlaMonitor.StoreContracts.Emulator;

namespace SlaMonitor.EndToEnd.Api;

/// <summary>
/// The board and its lists show the same from Table storage as from SQLite, after the same part of a real helpdesk's log.
/// </summary>
public sealed class BoardOnTablesTests
{
    private const int Events = 400;

    private static readonly string[] Pages =
    [
        "dashboard", "dashboard?lang=zh-CN", "dashboard?state=breached", "dashboard?wall", "dashboard/on-call", "dashboard/month",
        "promises", "tickets", "agreements", "on-call",
    ];

    [SkippableFact]
    public async Task EveryPage_IsTheSameFromBothStores()
    {
        Skip.If(Azurite.Missing is not null, Azurite.Missing);
        await using var azurite = await Azurite.StartAsync();
        using var local = new MonitorFolder().PrepareFor();
        using var remote = new MonitorFolder().PrepareFor().WithTables(azurite.NewAccount());
        var events = LoggedEvent.All.Take(Events).ToList();
        var seen = await Task.WhenAll(SeeAsync(local, events), SeeAsync(remote, events));

        Assert.All(seen[0], page => Assert.Equal(page.Value, seen[1][page.Key]));
        Assert.Equal(seen[0].Count, seen[1].Count);
        Assert.Contains("dashboard/tickets/", seen[0]["dashboard?state=breached"], StringComparison.Ordinal);
    }

    private static async Task<Dictionary<string, string>> SeeAsync(MonitorFolder place, List<LoggedEvent> events)
    {
        // Pages have signed links, and whole addresses in them.
        place.Settings["Acknowledgement__PublicUrl"] = "https://sla.example.com";
        place.Settings["Acknowledgement__Key"] = Convert.ToBase64String(new byte[32]);
        await using var monitor = await MonitorProcess.StartAsync(
            place, [.. LogPlayer.ClockAt(events[0].Time), "--set", "Board:ReadEvery=00:00:00"]);
        foreach (var e in events) await monitor.PlayAsync(e);
        var tickets = events.Select(e => e.Ticket).Distinct(StringComparer.Ordinal).Take(20).Select(id => $"dashboard/tickets/{id}");
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var page in Pages.Concat(tickets))
            seen[page] = await monitor.Http.GetStringAsync(new Uri($"/api/{page}", UriKind.Relative));
        return seen;
    }
}
