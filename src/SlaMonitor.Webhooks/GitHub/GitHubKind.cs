using System.Security.Cryptography;
using NodaTime;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Kinds;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Signing;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.GitHub;

/// <summary>GitHub: issues and their comments, of one repository or of a whole organisation.</summary>
internal sealed class GitHubKind : HelpdeskKind
{
    /// <inheritdoc />
    public override string Name => "github";

    /// <summary>Statuses and priorities are labels. They are compared without case, and with - _ : / as blanks.</summary>
    internal override Traits Traits { get; } = new()
    {
        Statuses = new Dictionary<string, TicketStatus>(StringComparer.OrdinalIgnoreCase)
        {
            ["waiting for customer"] = TicketStatus.Pending,
            ["waiting for response"] = TicketStatus.Pending,
            ["awaiting response"] = TicketStatus.Pending,
            ["needs info"] = TicketStatus.Pending,
            ["needs more info"] = TicketStatus.Pending,
            ["needs more information"] = TicketStatus.Pending,
            ["pending"] = TicketStatus.Pending,
            ["blocked"] = TicketStatus.OnHold,
            ["on hold"] = TicketStatus.OnHold,
            ["upstream"] = TicketStatus.OnHold,
            ["waiting for third party"] = TicketStatus.OnHold,
        },
        Priorities = new Dictionary<string, TicketPriority>(StringComparer.OrdinalIgnoreCase)
        {
            ["priority low"] = TicketPriority.Low,
            ["priority medium"] = TicketPriority.Normal,
            ["priority normal"] = TicketPriority.Normal,
            ["priority high"] = TicketPriority.High,
            ["priority urgent"] = TicketPriority.Urgent,
            ["priority critical"] = TicketPriority.Urgent,
            ["urgent"] = TicketPriority.Urgent,
            ["critical"] = TicketPriority.Urgent,
        },
    };

    /// <inheritdoc />
    public override Verdict Verify(WebhookRequest request, Keyring keyring, Instant now)
    {
        if (request.Header("X-Hub-Signature-256") is not { } signature) return Verdict.Missing;

        return Hmac.IsTagged(keyring, HashAlgorithmName.SHA256, signature, request.Body.Span) ? Verdict.Genuine : Verdict.Wrong;
    }

    internal override ExportReader CreateExportReader() => new GitHubExport();

    internal override void Translate(Translator translator)
    {
        // What came is told by what is in the body. The header that names it is not signed.
        if (!translator.Body.Get("issue").HasValue())
            translator.Ignore(translator.Body.Get("zen").HasValue() ? "This is GitHub's ping: it is well." : "It is not about an issue.");
        else if (translator.Body.Get("issue", "pull_request").HasValue())
            translator.Ignore("It is about a pull request, which is no ticket.");
        else if (translator.Body.Get("comment").HasValue())
            CommentWebhook.Translate(translator);
        else
            IssueWebhook.Translate(translator);
    }
}
