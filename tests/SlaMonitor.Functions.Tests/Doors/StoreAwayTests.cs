using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SlaMonitor.Functions.Tests.Harness;

namespace SlaMonitor.Functions.Tests.Doors;

/// <summary>The doors while the store is away: senders are asked to come again, and nothing pretends to be well.</summary>
public sealed class StoreAwayTests : IAsyncLifetime
{
    private TestMonitor _monitor = null!;

    [Fact]
    public async Task Events_Are503_AndAskedForAgainIn30Seconds()
    {
        using var answer = await _monitor.PostAsync(
            "application/cloudevents+json",
            """{"specversion":"1.0","type":"ticket.created","source":"/helpdesk","id":"1","subject":"HD-1"}""");

        Assert.Equal(
            "The store is away. Send it again; what was stored already will be recognised.",
            (string?)(await answer.ProblemAsync(503))["detail"]);
        Assert.Equal(TimeSpan.FromSeconds(30), answer.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task Events_WithMistakes_Are400_BeforeTheStoreIsAsked()
    {
        using var answer = await _monitor.PostAsync("application/cloudevents+json", "{}");

        await answer.ProblemAsync(400);
    }

    [Fact]
    public async Task Ticket_Is503_AndMayBeAskedForAgain()
    {
        using var answer = await _monitor.Http.GetAsync("/api/tickets/HD-1");

        Assert.Equal("The store is away. Ask again.", (string?)(await answer.ProblemAsync(503))["detail"]);
        Assert.Equal(TimeSpan.FromSeconds(30), answer.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task Health_Is503_AndSaysWhy()
    {
        using var answer = await _monitor.Http.GetAsync("/api/health");

        var health = await answer.JsonAsync();
        Assert.Equal((503, "unhealthy"), ((int)answer.StatusCode, (string?)health["status"]));
        Assert.Equal([StoreAway.Message], health["problems"]!.AsArray().Select(problem => (string?)problem));
    }

    public async Task InitializeAsync() =>
        _monitor = await TestMonitor.StartAsync(services => services.Replace(ServiceDescriptor.Singleton(StoreAway.Create())));

    public async Task DisposeAsync() => await _monitor.DisposeAsync();
}
