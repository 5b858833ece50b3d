using System.Text.Json;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Jira;

/// <summary>Somebody commented. Who is an agent is told by the account's type, and by who reported the issue.</summary>
internal static class CommentWebhook
{
    public static void Translate(Translator translator, string name)
    {
        var issue = translator.Body.Get("issue");
        var comment = translator.Body.Get("comment");
        var by = By(translator, comment.Get("author"), issue.Get("fields").Get("reporter"));

        // Only a service desk says whether the customer sees a comment. Elsewhere everybody does, unless it is for a group or a role.
        var isPublic = comment.Get("jsdPublic").Flag() ?? !comment.Get("visibility").HasValue();
        translator.Add(
            issue.Get("id").Text(),
            comment.Get("id").Text() is { } id ? $"comment:{id}" : translator.Fingerprint(),
            translator.Time(comment.Get("created")) ?? translator.Time(translator.Body.Get("timestamp")),
            TicketEventType.Replied,
            name,
            IssueState.Of(translator, issue) with
            {
                By = by,
                Public = isPublic,
                Agent = by == Actor.Agent ? IssueState.Person(comment.Get("author")) : null,
            });
    }

    private static Actor? By(Translator translator, JsonElement author, JsonElement reporter)
    {
        var account = author.Get("accountId").Text() ?? author.Get("name").Text();
        if (translator.Vocabulary.IsStaff(account, author.Get("emailAddress").Text())) return Actor.Agent;
        if (account is not null && account == (reporter.Get("accountId").Text() ?? reporter.Get("name").Text())) return Actor.Customer;

        return author.Get("accountType").Text() switch
        {
            "customer" => Actor.Customer,
            "app" => Actor.System,
            "atlassian" => Actor.Agent,
            _ => translator.UnknownAuthor(account),
        };
    }
}
