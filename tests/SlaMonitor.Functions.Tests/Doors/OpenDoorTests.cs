using SlaMonitor.Functions.Tests.Harness;

namespace SlaMonitor.Functions.Tests.Doors;

/// <summary>The doors of a monitor that is well.</summary>
public sealed class OpenDoorTests : IAsyncLifetime
{
    private const string Structured = "application/cloudevents+json";
    private const string Created = """{"specversion":"1.0","type":"ticket.created","source":"/helpdesk","id":"1","subject":"HD-1"}""";

    private TestMonitor _monitor = null!;

    [Fact]
    public async Task Events_TakenTwice_Are200BothTimes()
    {
        using var first = await _monitor.PostAsync(Structured, Created);
        using var second = await _monitor.PostAsync(Structured, Created);

        Assert.Equal((200, 1, 0), ((int)first.StatusCode, (int)(await first.JsonAsync())["stored"]!, 0));
        Assert.Equal(
            (200, 0, 1),
            ((int)second.StatusCode, (int)(await second.JsonAsync())["stored"]!, (int)(await second.JsonAsync())["duplicates"]!));
    }

    [Fact]
    public async Task Events_OfUnknownTypeAlone_Are202_ThatDoesNotChangeWithARepeat()
    {
        var unknown = Created.Replace("ticket.created", "ticket.snoozed", StringComparison.Ordinal);
        using var first = await _monitor.PostAsync(Structured, unknown);
        using var second = await _monitor.PostAsync(Structured, unknown);

        Assert.Equal((202, 202), ((int)first.StatusCode, (int)second.StatusCode));
    }

    [Fact]
    public async Task Events_WithMistakes_Are400_WithEachAtItsPlace()
    {
        using var answer = await _monitor.PostAsync(
            Structured,
            Created.Replace("\"HD-1\"", "\"\",\"data\":{\"status\":\"x\"}", StringComparison.Ordinal));

        var problem = await answer.ProblemAsync(400);
        Assert.Equal("Nothing was stored. Mend what is listed under errors and send all of it again.", (string?)problem["detail"]);
        Assert.NotEmpty(problem["errors"]!.AsObject());
    }

    [Fact]
    public async Task Events_OfAnotherMediaType_Are415()
    {
        using var answer = await _monitor.PostAsync("text/plain", Created);

        Assert.Equal("This content type is not understood.", (string?)(await answer.ProblemAsync(415))["title"]);
    }

    [Fact]
    public async Task Events_OfMoreThanAMebibyte_Are413()
    {
        using var answer = await _monitor.PostAsync(Structured, new string(' ', (1024 * 1024) + 1));

        await answer.ProblemAsync(413);
    }

    [Theory]
    [InlineData("/api/tickets/HD-404", "No event of a ticket 'HD-404' has been stored. Ids are case-sensitive.")]
    [InlineData("/api/tickets/%E6%96%87", "No event of a ticket '文' has been stored. Ids are case-sensitive.")]
    [InlineData("/api/tickets/a%2Fb", "No event of a ticket 'a/b' has been stored. Ids are case-sensitive.")]
    [InlineData("/api/nothing", "No function answers GET /api/nothing.")]
    public async Task WhatIsNotThere_Is404(string path, string detail)
    {
        using var answer = await _monitor.Http.GetAsync(path);

        Assert.Equal(detail, (string?)(await answer.ProblemAsync(404))["detail"]);
    }

    [Fact]
    public async Task Ticket_WithNulInItsId_IsTheCallersMistake()
    {
        using var answer = await _monitor.Http.GetAsync("/api/tickets/a%00b");

        Assert.InRange((int)answer.StatusCode, 400, 404);
    }

    [Theory]
    [InlineData("a b?#ü", "a%20b%3F%23%C3%BC")]
    [InlineData("acme/desk#3", "acme/desk%233")]
    [InlineData("acme/desk#3", "acme%2Fdesk%233")]
    [InlineData("/acme//desk/", "%2facme%2F%2fdesk%2F")]
    [InlineData("50%2F50", "50%252F50")]
    public async Task Ticket_OfAnyId_IsFound(string id, string escaped)
    {
        using var taken = await _monitor.PostAsync(Structured, Created.Replace("HD-1", id, StringComparison.Ordinal));
        using var answer = await _monitor.Http.GetAsync($"/api/tickets/{escaped}");
        using var asked = new HttpRequestMessage(HttpMethod.Get, $"/api/tickets/{escaped}");
        asked.Headers.Add("Accept", "text/plain");
        using var inWords = await _monitor.Http.SendAsync(asked);

        Assert.Equal(id, (string?)(await answer.JsonAsync())["id"]);
        Assert.StartsWith($"{id}: ", await inWords.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_IsHealthyAndNamesTheAgreements()
    {
        using var answer = await _monitor.Http.GetAsync("/api/health");

        var health = await answer.JsonAsync();
        Assert.Equal((200, "healthy", "2026-03-02T08:00:00Z"), ((int)answer.StatusCode, (string?)health["status"], (string?)health["now"]));
        Assert.Equal(["standard-support v1"], health["agreements"]!.AsArray().Select(agreement => (string?)agreement));
    }

    public async Task InitializeAsync() => _monitor = await TestMonitor.StartAsync();

    public async Task DisposeAsync() => await _monitor.DisposeAsync();
}
