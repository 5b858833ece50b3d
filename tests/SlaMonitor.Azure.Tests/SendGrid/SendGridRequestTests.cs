using System.Text.Json.Nodes;
using SlaMonitor.Mails;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Azure.Tests.SendGrid;

/// <summary>The request as the official client sends it, whole.</summary>
public sealed class SendGridRequestTests
{
    [Fact]
    public async Task Request_Whole()
    {
        var (request, body) = await SendAsync(SendGridBench.Mail);

        Assert.Equal(("POST", "/v3/mail/send", $"Bearer {SendGridBench.Key}"), (request.Method, request.Path, request.Authorization));
        Assert.StartsWith("application/json", request.ContentType, StringComparison.Ordinal);
        AssertSame(
            """
            {
              "from": { "name": "SlaMonitor", "email": "sla@example.com" },
              "personalizations": [
                {
                  "to": [{ "email": "lead@example.com" }],
                  "subject": "[SLA] HD-5158 Cannot log in",
                  "headers": {
                    "In-Reply-To": "<ticket-~ffe5fab3b77eaa7dbc156f0c777cfd4e@example.com>",
                    "References": "<ticket-~ffe5fab3b77eaa7dbc156f0c777cfd4e@example.com>",
                    "Auto-Submitted": "auto-generated",
                    "X-Auto-Response-Suppress": "All",
                    "Content-Language": "en"
                  },
                  "custom_args": { "notificationId": "0123456789abcdef0123456789abcdef", "ticketId": "HD-5158" }
                }
              ],
              "content": [{ "type": "text/plain", "value": "plain" }, { "type": "text/html", "value": "<p>html</p>" }],
              "categories": ["sla"],
              "tracking_settings": {
                "click_tracking": { "enable": false, "enable_text": false },
                "open_tracking": { "enable": false }
              }
            }
            """,
            body);
    }

    [Fact]
    public async Task Request_Sandbox_SaysSo()
    {
        var (_, body) = await SendAsync(SendGridBench.Mail, ("Sandbox", "true"));

        AssertSame("""{ "sandbox_mode": { "enable": true } }""", body["mail_settings"]!);
    }

    [Fact]
    public async Task Request_OfAMailAboutSeveralTickets_BelongsToNoThread()
    {
        var (_, body) = await SendAsync(SendGridBench.Mail with { TicketId = null });

        Assert.Equal(["Auto-Submitted", "X-Auto-Response-Suppress", "Content-Language"], Headers(body).Select(header => header.Key));
        AssertSame("""{ "notificationId": "0123456789abcdef0123456789abcdef" }""", body["personalizations"]![0]!["custom_args"]!);
    }

    [Fact]
    public async Task Request_OfAMailWithAFile_BringsIt()
    {
        var file = new MailAttachment("office.xlsx", "application/vnd.ms-excel", new byte[] { 1, 2, 3 });
        var (_, body) = await SendAsync(SendGridBench.Mail with { Attachments = [file] });

        var attached = Assert.Single(body["attachments"]!.AsArray())!;
        Assert.Equal(("office.xlsx", "AQID"), ((string?)attached["filename"], (string?)attached["content"]));
    }

    [Fact]
    public async Task Request_SenderOfAnotherScript_HasAPlainDomainInItsThread()
    {
        var (_, body) = await SendAsync(SendGridBench.Mail with { TicketId = "hd-1" }, ("From", "sla@bücher.example"));

        Assert.Equal("<ticket-hd-1@xn--bcher-kva.example>", (string?)Headers(body)["References"]);
    }

    [Fact]
    public async Task Request_HostileTexts_StartNoHeaderAndNoEncodedWord()
    {
        var hostile = "a\r\nBcc: everybody@example.com\u2028=?utf-8?q?x?=";
        var (_, body) = await SendAsync(
            SendGridBench.Mail with { Subject = hostile, Language = hostile, TicketId = hostile }, ("FromName", hostile));

        Assert.StartsWith(
            "a Bcc: everybody@example.com =\u200B?utf-8", (string?)body["personalizations"]![0]!["subject"], StringComparison.Ordinal);
        Assert.All(Headers(body).Select(header => (string)header.Value!), value => Assert.DoesNotContain('\n', value));
        Assert.DoesNotContain("\r", (string?)body["from"]!["name"], StringComparison.Ordinal);
        Assert.Equal(hostile, (string?)body["personalizations"]![0]!["custom_args"]!["ticketId"]);
    }

    private static JsonObject Headers(JsonNode body) => body["personalizations"]![0]!["headers"]!.AsObject();

    private static async Task<(StubSendGrid.Received Request, JsonNode Body)> SendAsync(
        Mail mail, params (string Name, string Value)[] settings)
    {
        await using var bench = await SendGridBench.StartAsync(settings);
        Assert.IsType<SendOutcome.Accepted>(await bench.SendAsync(mail));
        var request = Assert.Single(bench.Stub.Requests);
        return (request, JsonNode.Parse(request.Body)!);
    }

    private static void AssertSame(string expected, JsonNode actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual.ToJsonString(new() { WriteIndented = true }));
}
