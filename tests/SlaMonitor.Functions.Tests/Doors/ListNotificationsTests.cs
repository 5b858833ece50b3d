using System.Text.Json.Nodes;
using SlaMonitor.Functions.Tests.Harness;
using SlaMonitor.Monitoring.Notification;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Tests.Doors;

/// <summary>Who was told what, over all tickets.</summary>
public sealed class ListNotificationsTests
{
    [Theory]
    [InlineData("", "T-1:anna@example.com T-1:ben@example.com T-2:anna@example.com")]
    [InlineData("?ticket=T-1", "T-1:anna@example.com T-1:ben@example.com")]
    [InlineData("?recipient=ANNA@example.com", "T-1:anna@example.com T-2:anna@example.com")]
    [InlineData("?state=failed", "T-1:ben@example.com")]
    [InlineData("?from=2026-03-02T11:00:00Z", "T-2:anna@example.com")]
    [InlineData("?to=2026-03-02T11:00:00Z&state=sent", "T-1:anna@example.com")]
    [InlineData("?ticket=T-2&state=failed", "")]
    public async Task Notifications_AreThoseThatAreAskedFor(string query, string expected)
    {
        await using var monitor = await BoardDesk.OpenAsync();
        await TellAsync(monitor, "T-1", "a", "anna@example.com", 10, NotificationState.Sent);
        await TellAsync(monitor, "T-1", "b", "ben@example.com", 10, NotificationState.Failed);
        await TellAsync(monitor, "T-2", "c", "anna@example.com", 11, NotificationState.Sent);

        var page = await PageAsync(monitor, $"/api/notifications{query}");

        Assert.Equal(
            expected, string.Join(' ', page["notifications"]!.AsArray().Select(told => $"{told!["ticket"]}:{told["recipient"]}")));
        Assert.Null(page["next"]);
    }

    [Fact]
    public async Task Pages_LeadThroughEveryNotification_EachOnce()
    {
        await using var monitor = await BoardDesk.OpenAsync();
        var count = ToldNotifications.PageSize + 5;
        for (var told = 0; told < count; told++)
        {
            var recipient = told % 100 == 0 ? "anna@example.com" : "ben@example.com";
            await TellAsync(monitor, "T-1", $"{told:00000}", recipient, 10, NotificationState.Sent);
        }

        var first = await PageAsync(monitor, "/api/notifications?recipient=anna@example.com");
        var second = await PageAsync(monitor, $"/api/notifications?recipient=anna@example.com&after={first["next"]}");

        Assert.Equal((10, 1), (first["notifications"]!.AsArray().Count, second["notifications"]!.AsArray().Count));
        Assert.Null(second["next"]);
    }

    [Theory]
    [InlineData("state=lost", "there is claimed, sent, failed, undelivered")]
    [InlineData("from=yesterday", "'yesterday' cannot be from")]
    [InlineData("to=2026-03-02", "'2026-03-02' cannot be to")]
    [InlineData("after=WyJhIl0", "after is what an answer before said")]
    public async Task WhatCannotBeAskedFor_Is400(string query, string said)
    {
        await using var monitor = await BoardDesk.OpenAsync();

        using var answer = await monitor.Http.GetAsync($"/api/notifications?{query}");

        Assert.Contains(said, (string?)(await answer.ProblemAsync(400))["detail"], StringComparison.Ordinal);
    }

    private static async Task TellAsync(
        TestMonitor monitor, string ticket, string id, string recipient, int hour, NotificationState state)
    {
        var (ledger, at) = (monitor.Get<INotificationLedger>(), Instant.FromUtc(2026, 3, 2, hour, 0));
        await ledger.ClaimAsync(
            new NotificationClaim(ticket, id, recipient, "a-step", "a-process a-message", at, StaleAfter: null), CancellationToken.None);
        await ledger.RecordAsync(ticket, id, new NotificationResult(state, at, "250 taken"), CancellationToken.None);
    }

    private static async Task<JsonNode> PageAsync(TestMonitor monitor, string address)
    {
        using var answer = await monitor.Http.GetAsync(address);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }
}
