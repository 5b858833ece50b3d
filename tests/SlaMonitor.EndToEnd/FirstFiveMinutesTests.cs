using MimeKit;
using SlaMonitor.Harness;

namespace SlaMonitor.EndToEnd;

/// <summary>What the README promises a newcomer, with the sample agreement that is shipped.</summary>
public sealed class FirstFiveMinutesTests
{
    [Fact]
    public async Task AnUrgentTicketThatNobodyAnswers_LeavesAWarningAndABreachInTheMailFolder()
    {
        using var place = new MonitorFolder();
        await using var monitor = await MonitorProcess.StartAsync(place, "--speed", "0", "--start", "2026-03-02T09:00:00+08:00");
        using var created = await monitor.PostEventAsync(
            """{"specversion":"1.0","type":"ticket.created","source":"/demo","id":"1","subject":"HD-1","data":"""
            + """{"title":"Cannot log in","priority":"urgent","assignee":"anna@example.com"}}""");
        Assert.True(created.IsSuccessStatusCode);

        var clock = (await monitor.TicketAsync("HD-1"))["clocks"]![0]!;
        Assert.Equal(("urgent-response", "2026-03-02T10:00:00+08:00"), ((string?)clock["target"], (string?)clock["dueAtLocal"]));

        using var inWords = new HttpRequestMessage(HttpMethod.Get, "/api/tickets/HD-1") { Headers = { { "Accept", "text/plain" } } };
        using var explanation = await monitor.Http.SendAsync(inWords);
        Assert.Contains(
            "It is due Mon 2026-03-02 10:00:00; 1h are left.", await explanation.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await monitor.MoveClockAsync(Instant.FromUtc(2026, 3, 2, 1, 31));
        var warning = Assert.Single(place.Mails());
        Assert.Equal("anna@example.com", AddressOf(warning));
        Assert.StartsWith("Warning: First response is due in 29m of opening hours.", warning.TextBody, StringComparison.Ordinal);

        await monitor.MoveClockAsync(Instant.FromUtc(2026, 3, 2, 2, 1));
        var breaches = place.Mails().Where(
            mail => mail.TextBody!.StartsWith("Breached: First response is overdue: the promise was broken.", StringComparison.Ordinal));
        Assert.Superset(
            new HashSet<string> { "zhang.min@example.com", "support-lead@example.com" },
            breaches.Select(AddressOf).ToHashSet());
        Assert.Equal("[SLA] At risk: first response · HD-1 Cannot log in", warning.Subject);
        Assert.All(breaches, mail => Assert.Equal("[SLA] Breached: first response · HD-1 Cannot log in", mail.Subject));
        Assert.Equal(0, await monitor.StopAsync());
    }

    private static string AddressOf(MimeMessage mail) => ((MailboxAddress)mail.To.Single()).Address;
}
