using System.Security.Cryptography;
using SlaMonitor.Webhooks.Tests.Harness;

namespace SlaMonitor.Webhooks.Tests.Stories;

/// <summary>The story as one helpdesk tells it.</summary>
/// <param name="Name">The helpdesk, and which of its ways.</param>
/// <param name="Kind">The kind of connection.</param>
/// <param name="Ticket">The ticket that it becomes.</param>
/// <param name="Bodies">What is sent.</param>
internal sealed record Story(string Name, string Kind, string Ticket, IReadOnlyList<string> Bodies)
{
    /// <summary>A body as the helpdesk would send it now, with its proof.</summary>
    public HttpRequestMessage Send(string body, Instant now) => Send(Kind, Edit.Bytes(body), now);

    /// <summary>Some bytes as a helpdesk would send them now, with its proof.</summary>
    public static HttpRequestMessage Send(string kind, byte[] bytes, Instant now)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/webhooks/{kind}") { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new("application/json");
        var key = Edit.Bytes(TestConnections.Secret);
        var seconds = $"{now.ToUnixTimeSeconds()}";
        switch (kind)
        {
            case "zendesk":
                request.Headers.Add("X-Zendesk-Webhook-Signature-Timestamp", now.ToString());
                request.Headers.Add(
                    "X-Zendesk-Webhook-Signature",
                    Convert.ToBase64String(HMACSHA256.HashData(key, (byte[])[.. Edit.Bytes(now.ToString()), .. bytes])));
                break;
            case "jira":
                request.Headers.Add("X-Hub-Signature", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(key, bytes)));
                break;
            case "github":
                request.Headers.Add("X-Hub-Signature-256", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(key, bytes)));
                break;
            case "zammad" or "intercom":
#pragma warning disable CA5350 // what they sign with
                request.Headers.Add("X-Hub-Signature", "sha1=" + Convert.ToHexStringLower(HMACSHA1.HashData(key, bytes)));
#pragma warning restore CA5350
                break;
            case "chatwoot":
                request.Headers.Add("X-Chatwoot-Timestamp", seconds);
                request.Headers.Add(
                    "X-Chatwoot-Signature",
                    "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(key, (byte[])[.. Edit.Bytes($"{seconds}."), .. bytes])));
                break;
            case "glpi":
                request.Headers.Add("X-GLPI-timestamp", seconds);
                request.Headers.Add(
                    "X-GLPI-signature",
                    Convert.ToHexStringLower(HMACSHA256.HashData(key, (byte[])[.. bytes, .. Edit.Bytes(seconds)])));
                break;
            case "frappe":
                request.Headers.Add("X-Frappe-Webhook-Signature", Convert.ToBase64String(HMACSHA256.HashData(key, bytes)));
                break;
            case "hubspot":
                var milliseconds = $"{now.ToUnixTimeMilliseconds()}";
                request.Headers.Add("X-HubSpot-Request-Timestamp", milliseconds);
                request.Headers.Add(
                    "X-HubSpot-Signature-v3",
                    Convert.ToBase64String(HMACSHA256.HashData(
                        key, (byte[])[.. Edit.Bytes($"POST{TestConnections.PublicUrl}"), .. bytes, .. Edit.Bytes(milliseconds)])));
                break;
            case "standard-webhooks":
                var id = "msg_" + Convert.ToHexStringLower(SHA256.HashData(bytes))[..20];
                var secret = Convert.FromBase64String(HelpdeskSamples.StandardSecret["whsec_".Length..]);
                request.Headers.Add("webhook-id", id);
                request.Headers.Add("webhook-timestamp", seconds);
                request.Headers.Add(
                    "webhook-signature",
                    "v1," + Convert.ToBase64String(HMACSHA256.HashData(secret, (byte[])[.. Edit.Bytes($"{id}.{seconds}."), .. bytes])));
                break;
            default:
                request.Headers.Add(kind == "freshdesk" ? "X-Api-Key" : "X-Webhook-Secret", TestConnections.Secret);
                break;
        }

        return request;
    }
}
