using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SlaMonitor.Functions.Tests.Harness;

namespace SlaMonitor.Functions.Tests.Doors;

/// <summary>Who is told what, and at which address.</summary>
public sealed class HealthDoorTests
{
    private static readonly Dictionary<string, string?> Keys = new(StringComparer.Ordinal)
    {
        ["FunctionKey"] = "the-function-key",
        ["AdminKey"] = "the-admin-key",
    };

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    public async Task Health_WithoutAKey_IsTheStatusAlone(string? key)
    {
        await using var monitor = await TestMonitor.StartAsync(settings: Keys);
        using var answer = await GetAsync(monitor, "/api/health", key);

        Assert.Equal((200, """{"status":"healthy"}"""), ((int)answer.StatusCode, Compact(await answer.JsonAsync())));
    }

    [Theory]
    [InlineData("/api/health", "the-function-key")]
    [InlineData("/api/health", "the-admin-key")]
    [InlineData("/api/health/details", "the-function-key")]
    public async Task Health_WithAKey_SaysAll(string path, string key)
    {
        await using var monitor = await TestMonitor.StartAsync(settings: Keys);
        using var answer = await GetAsync(monitor, path, key);

        var health = await answer.JsonAsync();
        Assert.Equal((200, "healthy"), ((int)answer.StatusCode, (string?)health["status"]));
        Assert.Equal(15, health["checks"]!.AsObject().Count);
        Assert.Equal(50L << 30, (long)health["disk"]!["freeBytes"]!);
    }

    [Fact]
    public async Task Details_WithoutAKey_Are401()
    {
        await using var monitor = await TestMonitor.StartAsync(settings: Keys);
        using var answer = await monitor.Http.GetAsync("/api/health/details");

        Assert.Equal(401, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Unhealthy_WithoutAKey_Is503_AndTheReasonsAreNotTold()
    {
        await using var monitor = await TestMonitor.StartAsync(
            services => services.Replace(ServiceDescriptor.Singleton(StoreAway.Create())), Keys);
        using var answer = await monitor.Http.GetAsync("/api/health");

        Assert.Equal((503, """{"status":"unhealthy"}"""), ((int)answer.StatusCode, Compact(await answer.JsonAsync())));
    }

    [Fact]
    public async Task Live_WhileNothingElseWorks_Is200()
    {
        await using var monitor = await TestMonitor.StartAsync(
            services => services.Replace(ServiceDescriptor.Singleton(StoreAway.Create()))
                .Replace(ServiceDescriptor.Singleton(QueueAway.Create())),
            Keys);
        using var answer = await monitor.Http.GetAsync("/api/health/live");

        Assert.Equal((200, """{"status":"live"}"""), ((int)answer.StatusCode, Compact(await answer.JsonAsync())));
    }

    [Fact]
    public async Task TestMail_WithoutAnOperator_Is400_AndSaysWhatToSet()
    {
        await using var monitor = await TestMonitor.StartAsync();
        using var answer = await monitor.Http.PostAsync("/api/test-mail", content: null);

        Assert.Contains("Health:OperatorEmail", (string?)(await answer.ProblemAsync(400))["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task TestMail_ThatIsTaken_Is200_WithWhatTheMailSystemSaid()
    {
        await using var monitor = await TestMonitor.StartAsync(settings: Operator());
        using var answer = await monitor.Http.PostAsync("/api/test-mail", content: null);

        var said = await answer.JsonAsync();
        Assert.Equal((200, "ops@example.com"), ((int)answer.StatusCode, (string?)said["to"]));
        Assert.EndsWith(".eml", (string?)said["answer"], StringComparison.Ordinal);
        using var health = await monitor.Http.GetAsync("/api/health");
        Assert.NotNull((await health.JsonAsync())["mails"]!["lastSentAt"]);
    }

    [Fact]
    public async Task TestMail_ThatIsNotTaken_Is502_WithWhy()
    {
        var settings = Operator();
        foreach (var (name, value) in SmtpAway.Settings()) settings[name] = value;
        await using var monitor = await TestMonitor.StartAsync(settings: settings);
        using var answer = await monitor.Http.PostAsync("/api/test-mail", content: null);

        Assert.StartsWith("To ops@example.com: ", (string?)(await answer.ProblemAsync(502))["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task TestMail_WithTheFunctionKey_Is401()
    {
        await using var monitor = await TestMonitor.StartAsync(settings: Keys);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/test-mail");
        request.Headers.Add("x-functions-key", "the-function-key");
        using var answer = await monitor.Http.SendAsync(request);

        Assert.Equal(401, (int)answer.StatusCode);
    }

    private static Dictionary<string, string?> Operator() =>
        new(StringComparer.Ordinal) { ["Health__OperatorEmail"] = "ops@example.com" };

    private static async Task<HttpResponseMessage> GetAsync(TestMonitor monitor, string path, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (key is not null) request.Headers.Add("x-functions-key", key);
        return await monitor.Http.SendAsync(request);
    }

    private static string Compact(System.Text.Json.Nodes.JsonNode node) => node.ToJsonString();
}
