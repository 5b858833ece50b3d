using System.Net;
using SlaMonitor.Functions.Tests.Harness;

namespace SlaMonitor.Functions.Tests.Doors;

public sealed class EventDoorTests
{
    [Fact]
    public async Task Post_TextsThatWereCut_AreCountedInTheReceipt()
    {
        await using var monitor = await TestMonitor.StartAsync();

        using var cut = await monitor.PostAsync("application/cloudevents+json", Event("1", new string('x', 100_000)));
        using var whole = await monitor.PostAsync("application/cloudevents+json", Event("2", "Printer on fire"));

        Assert.Equal(HttpStatusCode.OK, cut.StatusCode);
        Assert.Equal(1, (int)(await cut.JsonAsync())["clipped"]!);
        Assert.Null((await whole.JsonAsync())["clipped"]);
    }

    private static string Event(string id, string title) =>
        $$"""{"specversion":"1.0","type":"ticket.created","source":"/h","id":"{{id}}","subject":"HD-1","data":"""
        + $$$"""{"title":"{{{title}}}"}}""";
}
