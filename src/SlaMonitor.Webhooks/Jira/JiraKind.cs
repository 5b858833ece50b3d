using System.Security.Cryptography;
using NodaTime;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Kinds;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Signing;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Jira;

/// <summary>
/// Jira and Jira Service Management: webhooks of an administrator, which sign the body, and those of an app, which bear a JWT.
/// </summary>
internal sealed class JiraKind : HelpdeskKind
{
    private const string Bearer = "Bearer ";

    /// <inheritdoc />
    public override string Name => "jira";

    internal override Traits Traits { get; } = new()
    {
        Statuses = new Dictionary<string, TicketStatus>(StringComparer.OrdinalIgnoreCase)
        {
            ["new"] = TicketStatus.New,
            ["to do"] = TicketStatus.New,
            ["open"] = TicketStatus.Open,
            ["reopened"] = TicketStatus.Open,
            ["in progress"] = TicketStatus.Open,
            ["work in progress"] = TicketStatus.Open,
            ["escalated"] = TicketStatus.Open,
            ["waiting for support"] = TicketStatus.Open,
            ["pending"] = TicketStatus.Pending,
            ["waiting for customer"] = TicketStatus.Pending,
            ["waiting for approval"] = TicketStatus.OnHold,
            ["on hold"] = TicketStatus.OnHold,
            ["resolved"] = TicketStatus.Resolved,
            ["done"] = TicketStatus.Resolved,
            ["closed"] = TicketStatus.Closed,
            ["completed"] = TicketStatus.Closed,
            ["canceled"] = TicketStatus.Closed,
            ["cancelled"] = TicketStatus.Closed,
            ["declined"] = TicketStatus.Closed,
            ["archived"] = TicketStatus.Closed,
        },
        Deleted = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "deleted" },
        Priorities = new Dictionary<string, TicketPriority>(StringComparer.OrdinalIgnoreCase)
        {
            ["lowest"] = TicketPriority.Low,
            ["low"] = TicketPriority.Low,
            ["trivial"] = TicketPriority.Low,
            ["minor"] = TicketPriority.Low,
            ["medium"] = TicketPriority.Normal,
            ["normal"] = TicketPriority.Normal,
            ["high"] = TicketPriority.High,
            ["major"] = TicketPriority.High,
            ["highest"] = TicketPriority.Urgent,
            ["critical"] = TicketPriority.Urgent,
            ["blocker"] = TicketPriority.Urgent,
        },
    };

    /// <inheritdoc />
    public override Verdict Verify(WebhookRequest request, Keyring keyring, Instant now)
    {
        // A signature of the body is worth more than a token, so where there is one it decides.
        if (request.Header("X-Hub-Signature") is { } signature)
        {
            return Hmac.IsTagged(keyring, HashAlgorithmName.SHA256, signature, request.Body.Span) ? Verdict.Genuine : Verdict.Wrong;
        }

        return request.Header("Authorization") is { } authorization && authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? AppToken.Verify(authorization[Bearer.Length..].Trim(), keyring, now)
            : Verdict.Missing;
    }

    internal override ExportReader CreateExportReader() => new JiraExport();

    internal override void Translate(Translator translator)
    {
        var name = translator.Body.Get("webhookEvent").Text() ?? string.Empty;
        switch (name)
        {
            case "jira:issue_created" or "jira:issue_updated" or "jira:issue_deleted":
                IssueWebhook.Translate(translator, name);
                break;
            case "comment_created":
                CommentWebhook.Translate(translator, name);
                break;
            default:
                translator.AddUnknown(
                    translator.Body.Get("issue", "id").Text(),
                    translator.Fingerprint(),
                    translator.Time(translator.Body.Get("timestamp")),
                    name);
                break;
        }
    }
}
