using System.Net;
using SlaMonitor.Functions.Tests.Harness;

namespace SlaMonitor.Functions.Tests.Doors;

/// <summary>The page of one ticket: what it explains, and at which time.</summary>
public sealed class TicketPageDoorTests
{
    [Fact]
    public async Task Ticket_IsExplained_WithWhoWasToldAndWillBe()
    {
        await using var monitor = await BoardDesk.OpenAsync();
        await BoardDesk.CustomerOpensAsync(monitor, "a/b", "urgent", BoardDesk.Hostile, assignee: "li.wei@example.com");
        await monitor.AdvanceToAsync("2026-03-02T09:31:00+08:00");

        var html = await BoardDesk.PageAsync(monitor, $"{BoardDesk.Address}/tickets/a%2Fb");

        Assert.DoesNotContain(BoardDesk.Hostile, html, StringComparison.Ordinal);
        Assert.Contains("First response is due in 29m of opening hours.", html, StringComparison.Ordinal);
        Assert.Contains("li.wei@example.com · urgent-response, cycle 1, 50% · sent", html, StringComparison.Ordinal);
        Assert.Contains("ticket.created · /helpdesk", html, StringComparison.Ordinal);
        Assert.Contains("href=\"../../dashboard/files/", html, StringComparison.Ordinal);

        var drawing = await monitor.Http.GetAsync($"{BoardDesk.Address}/tickets/a%2Fb?form=svg");
        Assert.Equal("image/svg+xml", drawing.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("<svg", await drawing.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ticket_AtAnotherTime_KnowsNothingThatComesLater_OrIsAsItWillBe()
    {
        await using var monitor = await BoardDesk.OpenAsync();
        await BoardDesk.CustomerOpensAsync(monitor, "HD-1", "urgent", "First");
        await monitor.AdvanceToAsync("2026-03-02T09:20:00+08:00");
        await BoardDesk.PostAsync(monitor, "HD-1", "replied", """{"by":"agent","public":true}""");

        var present = await BoardDesk.PageAsync(monitor, $"{BoardDesk.Address}/tickets/HD-1");
        Assert.Contains("First response was kept in time.", present, StringComparison.Ordinal);
        var before = await BoardDesk.PageAsync(monitor, $"{BoardDesk.Address}/tickets/HD-1?at=2026-03-02T09:10:00%2B08:00");
        Assert.Contains("First response is due in 50m of opening hours.", before, StringComparison.Ordinal);
        Assert.DoesNotContain("ticket.replied", before, StringComparison.Ordinal);
        // An address with a plus that nobody has escaped is understood.
        var later = await BoardDesk.PageAsync(monitor, $"{BoardDesk.Address}/tickets/HD-1?at=2026-03-09T09:00:00+08:00");
        Assert.Contains("Resolution is overdue", later, StringComparison.Ordinal);
        Assert.Contains("if nothing else happens", later, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/tickets/HD-9", HttpStatusCode.NotFound)]
    [InlineData("/tickets/HD-9?form=svg", HttpStatusCode.NotFound)]
    [InlineData("/tickets/HD-1?at=2026-03-02T08:00:00%2B08:00", HttpStatusCode.NotFound)]
    [InlineData("/tickets/HD-1?at=tomorrow", HttpStatusCode.BadRequest)]
    [InlineData("/tickets/HD-1?at=0001-01-01T00:00:00Z", HttpStatusCode.BadRequest)]
    [InlineData("/tickets/HD-1?form=png", HttpStatusCode.BadRequest)]
    [InlineData("/tickets/HD-1?when=now", HttpStatusCode.BadRequest)]
    public async Task Ticket_ThatIsNot_OrIsAskedForWrongly_GetsProblemDetails(string address, HttpStatusCode status)
    {
        await using var monitor = await BoardDesk.OpenAsync();
        await BoardDesk.CustomerOpensAsync(monitor, "HD-1", "urgent", "First");

        using var answer = await monitor.Http.GetAsync(BoardDesk.Address + address);

        Assert.Equal(
            (status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }
}
