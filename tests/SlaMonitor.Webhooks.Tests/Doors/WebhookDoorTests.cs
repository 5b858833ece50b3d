using System.Diagnostics.Metrics;
using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using SlaMonitor.Functions.Tests.Harness;
using SlaMonitor.Monitoring.Observability;
using SlaMonitor.Webhooks.Intake;
using SlaMonitor.Webhooks.Tests.Harness;
using SlaMonitor.Webhooks.Tests.Stories;

namespace SlaMonitor.Webhooks.Tests.Doors;

/// <summary><c>/api/webhooks/{connection}</c> as helpdesks, administrators and strangers find it.</summary>
public sealed class WebhookDoorTests
{
    private const string Start = "2026-05-04T18:00:00Z";
    private const string Created = "github/issues.opened.json";

    [Fact]
    public async Task Webhook_SentTwice_Is200BothTimes_AndTheTicketIsThere()
    {
        await using var monitor = await TestMonitor.StartAsync(settings: TestConnections.Settings(), start: Start);

        Assert.Equal((1, 0), await Counts(monitor));
        Assert.Equal((0, 1), await Counts(monitor));
        using var ticket = await monitor.Http.GetAsync("/api/tickets/github:acme.support-42");
        Assert.Equal("Cannot log in", (string?)(await ticket.JsonAsync())["title"]);

        static async Task<(int, int)> Counts(TestMonitor monitor)
        {
            using var answer = await SendAsync(monitor, HelpdeskSamples.Read(Created));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var receipt = await answer.JsonAsync();
            return ((int)receipt["stored"]!, (int)receipt["duplicates"]!);
        }
    }

    [Fact]
    public async Task Webhook_OfAStranger_Is401_StoresNothing_AndIsCounted()
    {
        var logs = new FakeLogCollector();
        await using var monitor = await TestMonitor.StartAsync(
            services => services.AddLogging(logging => logging.AddProvider(new FakeLoggerProvider(logs))),
            TestConnections.Settings(),
            Start);
        foreach (var sample in HelpdeskSamples.All)
        {
            using var content = new ByteArrayContent(HelpdeskSamples.Read(sample)) { Headers = { ContentType = new("application/json") } };
            using var answer = await monitor.Http.PostAsync($"/api/webhooks/{HelpdeskSamples.KindOf(sample)}", content);
            await answer.ProblemAsync(401);
        }

        using var ticket = await monitor.Http.GetAsync("/api/tickets/github:acme.support-42");
        Assert.Equal(HttpStatusCode.NotFound, ticket.StatusCode);
        using var health = await monitor.Http.GetAsync("/api/health");
        Assert.Equal(7, (int)(await health.JsonAsync())["counts"]!["webhooks.github.refused"]!);
        Assert.DoesNotContain(logs.GetSnapshot(), entry => entry.Message.Contains(TestConnections.Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Webhook_WhoseSecretHasNotComeFromTheVault_Is503_AndTheOthersAreTaken()
    {
        var settings = TestConnections.Settings();
        foreach (var kind in Helpdesks.All.Select(kind => kind.Name).Where(kind => kind != "github"))
            settings[$"Webhooks__Connections__{kind}__Secret"] =
                $"@Microsoft.KeyVault(SecretUri=https://kv-1.vault.azure.net/secrets/webhook-{kind})";
        await using var monitor = await TestMonitor.StartAsync(settings: settings, start: Start);
        foreach (var sample in HelpdeskSamples.All.Where(sample => HelpdeskSamples.KindOf(sample) != "github"))
        {
            using var request = Story.Send(HelpdeskSamples.KindOf(sample), HelpdeskSamples.Read(sample), HelpdeskSamples.Evening);
            using var answer = await monitor.Http.SendAsync(request);
            Assert.Equal("The connection's secret is not there yet.", (string?)(await answer.ProblemAsync(503))["title"]);
            Assert.Equal(TimeSpan.FromSeconds(30), answer.Headers.RetryAfter?.Delta);
        }

        using (var challenge = await monitor.Http.GetAsync("/api/webhooks/glpi?crc_token=abc")) await challenge.ProblemAsync(503);
        using var taken = await SendAsync(monitor, HelpdeskSamples.Read(Created));
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        using var health = await monitor.Http.GetAsync("/api/health");
        Assert.Equal((503, Helpdesks.All.Count - 1), ((int)health.StatusCode, (await health.JsonAsync())["problems"]!.AsArray().Count));
    }

    [Fact]
    public async Task Webhook_ThatIsNotTaken_IsCountedByReason()
    {
        var settings = TestConnections.Settings();
        settings["Webhooks__Connections__zammad__Secret"] =
            "@Microsoft.KeyVault(SecretUri=https://kv-1.vault.azure.net/secrets/webhook-zammad)";
        await using var monitor = await TestMonitor.StartAsync(settings: settings, start: Start);
        using var rejected = new MetricCollector<long>(monitor.Get<IMeterFactory>(), Telemetry.Name, "slamonitor.webhooks.rejected");

        await AskAsync(() => new HttpRequestMessage(HttpMethod.Post, "/api/webhooks/github") { Content = new StringContent("{}") });
        await AskAsync(() => Tampered("github"));
        await AskAsync(() =>
            Story.Send(
                "zendesk",
                HelpdeskSamples.Read(HelpdeskSamples.All.First(sample => HelpdeskSamples.KindOf(sample) == "zendesk")),
                HelpdeskSamples.Evening - Duration.FromDays(2)));
        await AskAsync(() => Story.Send("zammad", "{}"u8.ToArray(), HelpdeskSamples.Evening));
        await AskAsync(() => Story.Send("github", "{"u8.ToArray(), HelpdeskSamples.Evening));
        using (var taken = await SendAsync(monitor, HelpdeskSamples.Read(Created))) Assert.Equal(HttpStatusCode.OK, taken.StatusCode);

        Assert.Equal(
            ["missing", "noSecret", "stale", "unreadable", "wrong"],
            rejected.GetMeasurementSnapshot()
                .Select(measured => (string)measured.Tags["slamonitor.reason"]!)
                .Order(StringComparer.Ordinal));

        static HttpRequestMessage Tampered(string kind)
        {
            var request = Story.Send(kind, "{}"u8.ToArray(), HelpdeskSamples.Evening);
            request.Content = new StringContent("{ }");
            return request;
        }

        async Task AskAsync(Func<HttpRequestMessage> ask)
        {
            using var request = ask();
            using var answer = await monitor.Http.SendAsync(request);
            Assert.False(answer.IsSuccessStatusCode);
        }
    }

    [Fact]
    public async Task Status_ThatNobodyExplained_IsTaken_WarnedOfAndCounted()
    {
        var logs = new FakeLogCollector();
        await using var monitor = await TestMonitor.StartAsync(
            services => services.AddLogging(logging => logging.AddProvider(new FakeLoggerProvider(logs))),
            TestConnections.Settings(),
            Start);
        using var request = Story.Send(
            "jira",
            Edit.Bytes(Edit.Sample("jira/jira.issue_created.json", ("issue.fields.status.name", "Parked\r\nfail: x"))),
            HelpdeskSamples.Evening);
        using var answer = await monitor.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var health = await monitor.Http.GetAsync("/api/health");
        Assert.Equal((200, 1), ((int)health.StatusCode, (int)(await health.JsonAsync())["counts"]!["webhooks.jira.unknownStatus"]!));
        var warning = Assert.Single(logs.GetSnapshot(), entry => entry.Level == LogLevel.Warning);
        Assert.StartsWith("jira (jira): the status 'Parked  fail: x' is not known", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Webhook_WhileTheStoreIsAway_Is503_AndAskedForAgainIn30Seconds()
    {
        await using var monitor = await TestMonitor.StartAsync(
            services => services.Replace(ServiceDescriptor.Singleton(StoreAway.Create())), TestConnections.Settings(), Start);
        using var answer = await SendAsync(monitor, HelpdeskSamples.Read(Created));

        await answer.ProblemAsync(503);
        Assert.Equal(TimeSpan.FromSeconds(30), answer.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task Webhook_ThatCannotBeTaken_SaysWhy()
    {
        await using var monitor = await TestMonitor.StartAsync(settings: TestConnections.Settings(), start: Start);

        await Is("[1]"u8.ToArray(), 400);
        await Is("{"u8.ToArray(), 400);
        await Is([], 400);
        await Is(new byte[(1024 * 1024) + 1], 413);
        using (var ping = await SendAsync(monitor, HelpdeskSamples.Read("github/ping.json")))
            Assert.Equal(HttpStatusCode.Accepted, ping.StatusCode);
        using (var form = Story.Send("github", "payload=%7B%7D"u8.ToArray(), HelpdeskSamples.Evening))
        {
            form.Content!.Headers.ContentType = new("application/x-www-form-urlencoded");
            using var answer = await monitor.Http.SendAsync(form);
            await answer.ProblemAsync(415);
        }

        using var nowhere = await monitor.Http.PostAsync("/api/webhooks/nobody", null);
        Assert.Equal("There is no such connection.", (string?)(await nowhere.ProblemAsync(404))["title"]);

        async Task Is(byte[] body, int status)
        {
            using var answer = await SendAsync(monitor, body);
            await answer.ProblemAsync(status);
        }
    }

    [Theory]
    [InlineData(null, null, null, 200)]
    [InlineData(null, "x", null, 401)]
    [InlineData("admin-key", null, null, 401)]
    [InlineData("admin-key", null, "wrong", 401)]
    [InlineData("admin-key", "function-key", "function-key", 401)]
    [InlineData("admin-key", null, "admin-key", 200)]
    public async Task DryRun_IsForAdministrators_AndStoresNothing(string? adminKey, string? functionKey, string? given, int status)
    {
        var settings = TestConnections.Settings();
        (settings["AdminKey"], settings["FunctionKey"]) = (adminKey, functionKey);
        await using var monitor = await TestMonitor.StartAsync(settings: settings, start: Start);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/webhooks/github?dryRun=true")
        {
            Content = new ByteArrayContent(HelpdeskSamples.Read(Created)),
        };
        request.Content.Headers.ContentType = new("application/json");
        if (given is not null) request.Headers.Add("x-functions-key", given);

        using var answer = await monitor.Http.SendAsync(request);

        Assert.Equal(status, (int)answer.StatusCode);
        if (status != 200) return;

        var said = await answer.JsonAsync();
        Assert.Equal(
            ("missing", "created", "github:acme.support-42"),
            (
                (string?)said["verdict"],
                (string?)said["translation"]!["events"]![0]!["type"],
                (string?)said["translation"]!["events"]![0]!["ticketId"]));
        using var real = await SendAsync(monitor, HelpdeskSamples.Read(Created));
        Assert.Equal(1, (int)(await real.JsonAsync())["stored"]!);
    }

    [Fact]
    public async Task DryRun_OfEverySample_SaysThatItIsGenuine_AndWhatItMeans_AndStoresNothing()
    {
        await using var monitor = await TestMonitor.StartAsync(settings: TestConnections.Settings(), start: Start);
        foreach (var sample in HelpdeskSamples.All.Where(sample => !sample.Contains("cloudevents", StringComparison.Ordinal)))
        {
            var kind = HelpdeskSamples.KindOf(sample);
            using var request = Story.Send(kind, HelpdeskSamples.Read(sample), HelpdeskSamples.Evening);
            request.RequestUri = new Uri($"/api/webhooks/{kind}?dryRun=true", UriKind.Relative);
            using var answer = await monitor.Http.SendAsync(request);

            var said = await answer.JsonAsync();
            var told = WebhookReader.Translate(TestConnections.Of(kind), HelpdeskSamples.Request(sample), HelpdeskSamples.Evening).Events;
            Assert.Equal((200, "genuine"), ((int)answer.StatusCode, (string?)said["verdict"]));
            Assert.Equal(told.Count, said["translation"]!["events"]!.AsArray().Count);
            foreach (var ticket in told.Select(e => e.TicketId).Distinct())
            {
                using var stored = await monitor.Http.GetAsync($"/api/tickets/{Uri.EscapeDataString(ticket)}");
                Assert.Equal(HttpStatusCode.NotFound, stored.StatusCode);
            }
        }
    }

    [Fact]
    public async Task DryRun_ThatCannotBeTold_Is400()
    {
        await using var monitor = await TestMonitor.StartAsync(settings: TestConnections.Settings(), start: Start);
        using var request = Story.Send("github", HelpdeskSamples.Read(Created), HelpdeskSamples.Evening);
        request.RequestUri = new Uri("/api/webhooks/github?dryRun=yes", UriKind.Relative);
        using var answer = await monitor.Http.SendAsync(request);

        await answer.ProblemAsync(400);
    }

    [Fact]
    public async Task Challenge_OfGlpi_IsAnsweredByTheSecret_UnlessItCouldBeAMessage()
    {
        await using var monitor = await TestMonitor.StartAsync(settings: TestConnections.Settings(), start: Start);
        using var answer = await monitor.Http.GetAsync("/api/webhooks/glpi?crc_token=0f1e2d3c");

        Assert.Equal(
            Convert.ToHexStringLower(HMACSHA256.HashData(Edit.Bytes(TestConnections.Secret), "0f1e2d3c"u8)),
            await answer.Content.ReadAsStringAsync());
        Assert.Equal(
            400,
            (int)(await monitor.Http.GetAsync(
                $"/api/webhooks/glpi?crc_token={Uri.EscapeDataString("{\"event\":\"new\"}1777885530")}")).StatusCode);
        Assert.Equal(404, (int)(await monitor.Http.GetAsync("/api/webhooks/glpi")).StatusCode);
        Assert.Equal(404, (int)(await monitor.Http.GetAsync("/api/webhooks/github?crc_token=x")).StatusCode);
    }

    private static async Task<HttpResponseMessage> SendAsync(TestMonitor monitor, byte[] body)
    {
        using var request = Story.Send("github", body, HelpdeskSamples.Evening);
        return await monitor.Http.SendAsync(request);
    }
}
