using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using SlaMonitor.Channels.Tests.Harness;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Channels.Tests;

/// <summary>What vendors get to read.</summary>
public sealed class ChannelContentTests
{
    private const string Hostile = "<!channel> *now* [click](https://evil.example.com) \u202Etxt.exe\u0007\n@here";

    private static readonly (string, string) Signature = ("Token", "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");

    private static readonly (string, string) RoutingKey = ("Token", "R0UT1NGK3Y");

    [Fact]
    public async Task Webhook_IsACloudEvent_SignedAsStandardWebhooksSays()
    {
        var request = await SendAsync("webhook", Messages.Of(), Signature);

        var signed = $"{request.Headers["webhook-id"]}.{request.Headers["webhook-timestamp"]}.{request.Body}";
        var signature = HMACSHA256.HashData("0123456789abcdef0123456789abcdef"u8, Encoding.UTF8.GetBytes(signed));
        Assert.Equal($"v1,{Convert.ToBase64String(signature)}", request.Headers["webhook-signature"]);
        Assert.Equal(Messages.Now.ToUnixTimeSeconds().ToString(null, null), request.Headers["webhook-timestamp"]);
        Assert.Equal("application/cloudevents+json; charset=utf-8", request.Headers["Content-Type"]);

        var told = request.Json;
        Assert.Equal(("1.0", "sla.promise.breached", "HD-1-due", "HD-1"), (
            (string?)told["specversion"], (string?)told["type"], (string?)told["id"], (string?)told["subject"]));
        Assert.Equal("2026-03-02T12:00:00.000Z", (string?)told["data"]!["promise"]!["dueAt"]);
        Assert.Equal("https://sla.example.com/api/acknowledge/token", (string?)told["data"]!["takeUrl"]);
    }

    [Theory]
    [InlineData(MailItemKind.Warning, "sla.step.fired")]
    [InlineData(MailItemKind.Breach, "sla.promise.breached")]
    [InlineData(MailItemKind.AllClear, "sla.all-clear")]
    [InlineData(MailItemKind.Undelivered, "sla.step.undelivered")]
    public async Task Webhook_NamesWhatHappened(MailItemKind kind, string type) =>
        Assert.Equal(type, (string?)(await SendAsync("webhook", Messages.Of(kind), Signature)).Json["type"]);

    [Fact]
    public async Task Webhook_OfSeveralPromises_IsABatch()
    {
        var request = await SendAsync("webhook", Messages.Of(tickets: 3), Signature);
        Assert.Equal("application/cloudevents-batch+json; charset=utf-8", request.Headers["Content-Type"]);
        Assert.Equal(["HD-1", "HD-2", "HD-3"], request.Json.AsArray().Select(one => (string?)one!["subject"]));
    }

    [Fact]
    public async Task PagerDuty_TriggersOneAlertForAClock_AndResolvesTheSame()
    {
        var breach = (await SendAsync("pagerduty", Messages.Of(), RoutingKey)).Json;
        Assert.Equal(("trigger", "R0UT1NGK3Y", "critical"), (
            (string?)breach["event_action"], (string?)breach["routing_key"], (string?)breach["payload"]!["severity"]));
        Assert.Equal("HD-1", (string?)breach["payload"]!["source"]);
        Assert.Equal("https://desk.example.com/t/1", (string?)breach["client_url"]);

        var warning = (await SendAsync("pagerduty", Messages.Of(MailItemKind.Warning), RoutingKey)).Json;
        Assert.Equal((string?)breach["dedup_key"], (string?)warning["dedup_key"]);

        var allClear = (await SendAsync("pagerduty", Messages.Of(MailItemKind.AllClear, isAnswered: true), RoutingKey)).Json;
        Assert.Equal(("resolve", (string?)breach["dedup_key"]), ((string?)allClear["event_action"], (string?)allClear["dedup_key"]));
        Assert.Null(allClear["payload"]);
    }

    [Fact]
    public async Task Ntfy_ShowsTheTicket_AndAButtonToTakeIt()
    {
        var request = await SendAsync("ntfy", Messages.Of(), ("To", "desk"), ("Token", "tk_s3cret"));
        Assert.Equal("Bearer tk_s3cret", request.Headers["Authorization"]);
        var note = request.Json;
        Assert.Equal(("desk", 5, "https://desk.example.com/t/1"), ((string?)note["topic"], (int)note["priority"]!, (string?)note["click"]));
        Assert.Equal("https://sla.example.com/api/acknowledge/token", (string?)note["actions"]![0]!["url"]);
        Assert.Contains("Cannot log in", (string?)note["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ntfy_WithoutAnythingToTake_HasNoButton()
    {
        var note = (await SendAsync("ntfy", Messages.Of(MailItemKind.AllClear, isAnswered: true), ("To", "desk"))).Json;
        Assert.Null(note["actions"]);
        Assert.Equal(3, (int)note["priority"]!);
    }

    [Fact]
    public async Task Gotify_IsPlainText_AndOpensThePageToTakeIt()
    {
        var request = await SendAsync("gotify", Messages.Of(), ("Token", "A.s3cret"));
        Assert.Equal(("/message", "A.s3cret"), (request.Path, request.Headers["X-Gotify-Key"]));
        Assert.Equal("text/plain", (string?)request.Json["extras"]!["client::display"]!["contentType"]);
        Assert.Equal(
            "https://sla.example.com/api/acknowledge/token",
            (string?)request.Json["extras"]!["client::notification"]!["click"]!["url"]);
    }

    [Fact]
    public async Task ATextMessage_IsShort_AndHasTheLink()
    {
        var request = await SendAsync(
            "sms", Messages.Of(title: new string('x', 5000)), ("User", "AC0123456789abcdef0123456789abcdef"), ("Token", "s3cret"),
            ("From", "+393331234567"), ("To", "+393337654321"));
        Assert.Equal("/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Messages.json", request.Path);
        var form = HttpUtility.ParseQueryString(request.Body);
        Assert.EndsWith("\nhttps://sla.example.com/api/acknowledge/token", form["Body"], StringComparison.Ordinal);
        Assert.InRange(form["Body"]!.Length, 1, 320);
    }

    [Theory]
    [InlineData("ntfy")]
    [InlineData("gotify")]
    [InlineData("pagerduty")]
    public async Task AHostileTitle_IsOneHarmlessLine(string kind)
    {
        (string, string)[] settings = kind == "ntfy" ? [("To", "desk")] : [RoutingKey];
        var request = await SendAsync(kind, Messages.Of(title: Hostile), settings);
        var texts = Strings(request.Json).Where(text => text.Contains("evil.example.com", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(texts);
        Assert.All(texts, text => Assert.DoesNotContain(text, character => character is '\u202E' or '\u0007'));
        Assert.All(texts, text => Assert.DoesNotContain("\n@here", text, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Strings(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Strings(field.Value)),
        JsonArray items => items.SelectMany(Strings),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    private static async Task<Received> SendAsync(string kind, ChannelMessage message, params (string Key, string Value)[] settings)
    {
        await using var vendor = await StubVendor.StartAsync();
        await using var host = new ChannelHost(
        [
            ("Egress:AllowPrivate", "true"), ("Channels:hook:Kind", kind), ("Channels:hook:Url", vendor.Url),
            .. settings.Select(one => ($"Channels:hook:{one.Key}", one.Value)),
        ]);
        Assert.IsType<SendOutcome.Accepted>(await host.Channel($"{kind}:hook").SendAsync(message, CancellationToken.None));
        return vendor.Requests.Single();
    }
}
