using System.Net;
using System.Net.Http.Json;
using SlaMonitor.Functions.Tests.Harness;

namespace SlaMonitor.Functions.Tests.Doors;

/// <summary>People who ask to be forgotten, by HTTP: the person goes, what was done stays on record.</summary>
public sealed class ForgetDoorTests : IAsyncLifetime
{
    private TestMonitor _monitor = null!;

    public async Task InitializeAsync()
    {
        _monitor = await TestMonitor.StartAsync(
            settings: new Dictionary<string, string?> { ["FunctionKey"] = "a-function-key", ["AdminKey"] = "an-admin-key" });
        _monitor.Http.DefaultRequestHeaders.Add("x-functions-key", "an-admin-key");
        using var created = await _monitor.PostAsync(
            "application/cloudevents+json",
            """{"specversion":"1.0","type":"ticket.created","source":"/helpdesk","id":"1","subject":"HD-1","data":"""
            + """{"title":"Printer","requester":"carl@example.com","assignee":"anna@example.com"}}""");
        Assert.True(created.IsSuccessStatusCode);
        await _monitor.AdvanceToAsync("2026-03-02T12:31:00+01:00");
    }

    public async Task DisposeAsync() => await _monitor.DisposeAsync();

    [Fact]
    public async Task Post_Names_ErasesThePerson_AndGetSaysWhatWasDone()
    {
        Assert.Contains("anna@", await TicketAsync(), StringComparison.Ordinal);

        using var answer = await _monitor.Http.PostAsJsonAsync("/api/forgotten", new { names = new[] { "Anna@example.com" } });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var done = await answer.JsonAsync();
        Assert.Null(done["next"]);
        Assert.Equal(1, (int)done["record"]!["tickets"]!);
        Assert.DoesNotContain("anna", await TicketAsync(), StringComparison.OrdinalIgnoreCase);
        using var listed = await _monitor.Http.GetAsync("/api/forgotten");
        var record = Assert.Single((await listed.JsonAsync())["forgotten"]!.AsArray());
        Assert.Equal((string?)done["record"]!["id"], (string?)record!["id"]);
        Assert.NotNull(record["doneAt"]);
        Assert.DoesNotContain("anna", record.ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"names":"ann"}""")]
    [InlineData("""{"names":[]}""")]
    [InlineData("""{"names":[1]}""")]
    [InlineData("""{"names":["x"]}""")]
    [InlineData("""{"names":["ann"],"from":7}""")]
    [InlineData("""{"names":["ann"],"from":"nowhere"}""")]
    public async Task Post_NothingUsable_IsAProblem_AndErasesNobody(string body)
    {
        using var content = new StringContent(body);
        using var answer = await _monitor.Http.PostAsync("/api/forgotten", content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using var listed = await _monitor.Http.GetAsync("/api/forgotten");
        Assert.Empty((await listed.JsonAsync())["forgotten"]!.AsArray());
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("GET")]
    public async Task FunctionKey_DoesNotOpenIt(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/forgotten");
        _monitor.Http.DefaultRequestHeaders.Remove("x-functions-key");
        request.Headers.Add("x-functions-key", "a-function-key");
        using var answer = await _monitor.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private async Task<string> TicketAsync() => await _monitor.Http.GetStringAsync(new Uri("/api/tickets/HD-1", UriKind.Relative));
}
