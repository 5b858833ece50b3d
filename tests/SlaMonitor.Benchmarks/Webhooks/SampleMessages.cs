using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SlaMonitor.Webhooks;
using SlaMonitor.Webhooks.Connections;
using SlaMonitor.Webhooks.Reading;

namespace SlaMonitor.Benchmarks.Webhooks;

/// <summary>A message of each kind, of two kilobytes, with its proof.</summary>
internal static class SampleMessages
{
    public const string Secret = "a-secret-of-the-benchmarks";

    private const int Bytes = 2048;
    private const string PublicUrl = "https://sla.example.com/api/webhooks/acme";
    private const string StandardSecret = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private static readonly Dictionary<string, string> Files = new(StringComparer.Ordinal)
    {
        ["zendesk"] = "ticket.comment_added.agent_public.json",
        ["jira"] = "jira.issue_updated.resolved.json",
        ["freshdesk"] = "status_changed.pending.json",
        ["servicenow"] = "incident.agent_comment.json",
        ["zammad"] = "ticket.agent_public_reply.json",
        ["glpi"] = "ticket.update.solved.json",
        ["github"] = "issue_comment.created.agent.json",
        ["chatwoot"] = "message_created.agent.json",
        ["frappe"] = "ticket.updated.resolved.json",
        ["hubspot"] = "workflow.answered.json",
        ["intercom"] = "conversation.admin.replied.json",
        ["standard-webhooks"] = "standard-webhooks.json",
    };

    public static Connection Connection(string kind) =>
        new ConnectionBuilder(
            Helpdesks.All, kind,
            new ConnectionOptions
            {
                Kind = kind,
                Secret = kind == "standard-webhooks" ? StandardSecret : Secret,
                PublicUrl = kind == "hubspot" ? PublicUrl : null,
            }).Build();

    public static WebhookRequest Request(string kind, Instant now)
    {
        var body = Body(kind);
        var key = kind == "standard-webhooks" ? Convert.FromBase64String(StandardSecret[6..]) : Encoding.UTF8.GetBytes(Secret);
        var seconds = $"{now.ToUnixTimeSeconds()}";
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        switch (kind)
        {
            case "zendesk":
                headers["X-Zendesk-Webhook-Signature-Timestamp"] = now.ToString();
                headers["X-Zendesk-Webhook-Signature"] = Convert.ToBase64String(Hash(Encoding.UTF8.GetBytes(now.ToString()), body));
                break;
            case "jira":
                headers["X-Hub-Signature"] = "sha256=" + Convert.ToHexStringLower(Hash(body));
                break;
            case "github":
                headers["X-Hub-Signature-256"] = "sha256=" + Convert.ToHexStringLower(Hash(body));
                break;
            case "zammad" or "intercom":
#pragma warning disable CA5350 // what they sign with
                headers["X-Hub-Signature"] = "sha1=" + Convert.ToHexStringLower(HMACSHA1.HashData(key, body));
#pragma warning restore CA5350
                break;
            case "chatwoot":
                headers["X-Chatwoot-Timestamp"] = seconds;
                headers["X-Chatwoot-Signature"] = "sha256=" + Convert.ToHexStringLower(Hash(Encoding.UTF8.GetBytes($"{seconds}."), body));
                break;
            case "glpi":
                headers["X-GLPI-timestamp"] = seconds;
                headers["X-GLPI-signature"] = Convert.ToHexStringLower(Hash(body, Encoding.UTF8.GetBytes(seconds)));
                break;
            case "frappe":
                headers["X-Frappe-Webhook-Signature"] = Convert.ToBase64String(Hash(body));
                break;
            case "hubspot":
                var milliseconds = Encoding.UTF8.GetBytes($"{now.ToUnixTimeMilliseconds()}");
                headers["X-HubSpot-Request-Timestamp"] = Encoding.UTF8.GetString(milliseconds);
                headers["X-HubSpot-Signature-v3"] =
                    Convert.ToBase64String(Hash(Encoding.UTF8.GetBytes($"POST{PublicUrl}"), body, milliseconds));
                break;
            case "standard-webhooks":
                headers["webhook-id"] = "msg_1";
                headers["webhook-timestamp"] = seconds;
                headers["webhook-signature"] = "v1," + Convert.ToBase64String(Hash(Encoding.UTF8.GetBytes($"msg_1.{seconds}."), body));
                break;
            default:
                headers[kind == "freshdesk" ? "X-Api-Key" : "X-Webhook-Secret"] = Secret;
                break;
        }

        return new WebhookRequest("application/json", headers, body);

        byte[] Hash(params byte[][] parts) => HMACSHA256.HashData(key, parts.SelectMany(part => part).ToArray());
    }

    /// <summary>The sample, filled up with a field such as every helpdesk has: text that we do not look at.</summary>
    private static byte[] Body(string kind)
    {
        var message = JsonNode.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "data", "webhooks", kind, Files[kind])))!;
        message["description"] = string.Empty;
        var missing = Bytes - Encoding.UTF8.GetByteCount(message.ToJsonString());
        message["description"] = new string('x', Math.Max(0, missing));
        return Encoding.UTF8.GetBytes(message.ToJsonString());
    }
}
