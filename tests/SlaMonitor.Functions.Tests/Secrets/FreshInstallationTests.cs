using SlaMonitor.Functions.Tests.Harness;
using SlaMonitor.Local.Queues;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Tests.Secrets;

/// <summary>
/// An installation whose secrets are not in the Key Vault yet: it takes events from its first minute, and says what it lacks.
/// </summary>
public sealed class FreshInstallationTests
{
    private const string Created = """{"specversion":"1.0","type":"ticket.created","source":"/helpdesk","id":"1","subject":"HD-1","data":"""
        + """{"assignee":"anna@example.com"}}""";

    [Theory]
    [InlineData("SendGrid:ApiKey", "sendgrid-key")]
    [InlineData("Acknowledgement:Key", "acknowledgement-key")]
    public async Task WithoutAKeyForMails_EventsAreTaken_NothingIsFired_AndTheHealthSaysWhy(string setting, string secret)
    {
        await using var monitor = await TestMonitor.StartAsync(settings: Settings(setting, secret));
        using var taken = await monitor.PostAsync("application/cloudevents+json", Created);
        await monitor.AdvanceToAsync("2026-03-06T09:00:00+01:00");

        Assert.Equal(200, (int)taken.StatusCode);
        Assert.Empty(await monitor.Get<INotificationLedger>().ListAsync("HD-1", default));
        Assert.Equal(
            (0, 0),
            (monitor.Get<LocalQueues>().Count("notifications").Active, monitor.Get<LocalQueues>().Count("notifications").DeadLettered));
        var health = await HealthAsync(monitor);
        Assert.Equal(
            (503, $"{setting} has not come from the Key Vault: put the secret '{secret}' there"),
            (health.Status, health.Problem.Split(',')[0]));
    }

    [Fact]
    public async Task WithoutTheKeyOfLinks_ALinkIs503_NotAForgery()
    {
        await using var monitor = await TestMonitor.StartAsync(settings: Settings("Acknowledgement:Key", "acknowledgement-key"));
        using var answer = await monitor.Http.GetAsync("/api/acknowledge/a.b.c");

        await answer.ProblemAsync(503);
        Assert.Equal(TimeSpan.FromSeconds(30), answer.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task AdminKey_ThatHasNotCome_LetsNobodyIn_NotEvenWithTheReferenceItself()
    {
        var settings = Settings("AdminKey", "admin-key");
        settings["Webhooks__Connections__acme__Kind"] = "github";
        settings["Webhooks__Connections__acme__Secret"] = "long-enough-secret";
        await using var monitor = await TestMonitor.StartAsync(settings: settings);
        foreach (var key in new[] { null, settings["AdminKey"] })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/webhooks/acme?dryRun=true")
            {
                Content = new StringContent("{}"),
            };
            if (key is not null) request.Headers.Add("x-functions-key", key);
            using var answer = await monitor.Http.SendAsync(request);
            Assert.Equal(401, (int)answer.StatusCode);
        }
    }

    private static Dictionary<string, string?> Settings(string setting, string secret) => new(StringComparer.Ordinal)
    {
        [setting.Replace(":", "__", StringComparison.Ordinal)] =
            $"@Microsoft.KeyVault(SecretUri=https://kv-1.vault.azure.net/secrets/{secret})",
        ["SendGrid__From"] = "sla@example.com",
    };

    private static async Task<(int Status, string Problem)> HealthAsync(TestMonitor monitor)
    {
        using var answer = await monitor.Http.GetAsync("/api/health");
        return ((int)answer.StatusCode, (await answer.JsonAsync())["problems"]![0]!.GetValue<string>());
    }
}
