using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using SlaMonitor.Functions.Tests.Harness;

namespace SlaMonitor.Functions.Tests.Doors;

/// <summary>The list of open tickets: each once, by the promise that is due first.</summary>
public sealed class ListTicketsTests
{
    [Fact]
    public async Task Tickets_AreListedOnce_TheFirstDueFirst_WithThePromiseThatIsDueFirst()
    {
        await using var monitor = await BoardDesk.OpenAsync();
        await BoardDesk.CustomerOpensAsync(monitor, "HD-1", "low", "Slow");
        await BoardDesk.CustomerOpensAsync(monitor, "HD-2", "urgent", "Fast", customer: "Acme", assignee: "anna@example.com");
        await BoardDesk.CustomerOpensAsync(monitor, "HD-3", "urgent", "Gone");
        await BoardDesk.PostAsync(monitor, "HD-3", "closed", """{"status":"closed"}""");

        var tickets = await TicketsAsync(monitor, "/api/tickets");

        Assert.Equal(["HD-2", "HD-1"], Ids(tickets));
        var promises = (await JsonAsync(monitor, "/api/promises"))["promises"]!.AsArray();
        Assert.Equal(3, promises.Count(promise => (string?)promise!["ticket"] == "HD-2"));
        var first = promises.First(promise => (string?)promise!["ticket"] == "HD-2")!;
        Assert.Equal(first.ToJsonString(), tickets[0]["next"]!.ToJsonString());
        Assert.Equal(
            ("Fast", "Acme", "urgent"),
            ((string?)tickets[0]["title"], (string?)tickets[0]["customer"], (string?)tickets[0]["priority"]));
    }

    [Theory]
    [InlineData("priority=urgent", "HD-2")]
    [InlineData("priority=low&customer=", "HD-1")]
    [InlineData("customer=ACME", "HD-2")]
    [InlineData("assignee=anna@example.com&priority=low", "")]
    [InlineData("state=running", "HD-2 HD-1")]
    [InlineData("state=breached", "")]
    public async Task Tickets_Narrowed_AreThoseThatAreAskedFor(string query, string expected)
    {
        await using var monitor = await BoardDesk.OpenAsync();
        await BoardDesk.CustomerOpensAsync(monitor, "HD-1", "low", "Slow");
        await BoardDesk.CustomerOpensAsync(monitor, "HD-2", "urgent", "Fast", customer: "Acme", assignee: "anna@example.com");

        Assert.Equal(expected, string.Join(' ', Ids(await TicketsAsync(monitor, $"/api/tickets?{query}"))));
    }

    /// <summary>Once the first promise is kept, the next one speaks for the ticket.</summary>
    [Fact]
    public async Task Ticket_WhoseFirstPromiseIsKept_IsListedByTheNext()
    {
        await using var monitor = await BoardDesk.OpenAsync();
        await BoardDesk.CustomerOpensAsync(monitor, "HD-1", "urgent", "Fast");
        var before = Assert.Single(await TicketsAsync(monitor, "/api/tickets"));
        await BoardDesk.PostAsync(monitor, "HD-1", "replied", """{"by":"agent","public":true}""");

        var after = Assert.Single(await TicketsAsync(monitor, "/api/tickets"));

        Assert.Equal("firstResponse", (string?)before["next"]!["metric"]);
        Assert.NotEqual("firstResponse", (string?)after["next"]!["metric"]);
    }

    [Fact]
    public async Task Pages_LeadThroughEveryTicket_EachOnce()
    {
        await using var monitor = await BoardDesk.OpenAsync();
        for (var ticket = 0; ticket < 120; ticket++)
            await BoardDesk.CustomerOpensAsync(monitor, ticket.ToString("HD-000", CultureInfo.InvariantCulture), "normal", "One of many");

        var seen = new List<string>();
        string? next = null;
        do
        {
            var page = await JsonAsync(monitor, next is null ? "/api/tickets" : $"/api/tickets?after={next}");
            seen.AddRange(Ids([.. page["tickets"]!.AsArray()!]));
            next = (string?)page["next"];
        }
        while (next is not null);

        Assert.Equal(120, seen.Count);
        Assert.Equal(120, seen.Distinct().Count());
    }

    [Theory]
    [InlineData("after=nowhere", "after")]
    [InlineData("after=!", "after")]
    [InlineData("priority=huge", "'huge' is no priority; there is low, normal, high, urgent.")]
    [InlineData("state=late", "'late' is no state")]
    public async Task WhatCannotBeAskedFor_Is400(string query, string said)
    {
        await using var monitor = await BoardDesk.OpenAsync();

        using var answer = await monitor.Http.GetAsync($"/api/tickets?{query}");

        Assert.Contains(said, (string?)(await answer.ProblemAsync(400))["detail"], StringComparison.Ordinal);
    }

    private static List<string> Ids(IEnumerable<JsonNode> tickets) => [.. tickets.Select(ticket => (string)ticket["id"]!)];

    private static async Task<IReadOnlyList<JsonNode>> TicketsAsync(TestMonitor monitor, string address) =>
        [.. (await JsonAsync(monitor, address))["tickets"]!.AsArray()!];

    private static async Task<JsonNode> JsonAsync(TestMonitor monitor, string address)
    {
        using var answer = await monitor.Http.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.JsonAsync();
    }
}
