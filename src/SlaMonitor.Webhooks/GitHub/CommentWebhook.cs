using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.GitHub;

/// <summary>Somebody commented on an issue. Whoever opened it is the customer, also where they belong to the house.</summary>
internal static class CommentWebhook
{
    public static void Translate(Translator translator)
    {
        var comment = translator.Body.Get("comment");
        var action = translator.Body.Get("action").Text();
        var time = translator.Time(comment.Get("created_at"));
        if (action != "created")
        {
            translator.AddUnknown(IssueState.TicketOf(translator), translator.Fingerprint(), time, $"issue_comment.{action}");
            return;
        }

        var login = comment.Get("user", "login").Text();
        var by = By(translator, login);
        translator.Add(
            IssueState.TicketOf(translator),
            comment.Get("id").Text() is { } id ? $"comment:{id}" : translator.Fingerprint(),
            time,
            TicketEventType.Replied,
            $"issue_comment.{action}",
            IssueState.Of(translator) with { By = by, Public = true, Author = login, Agent = by == Actor.Agent ? login : null });
    }

    private static Actor? By(Translator translator, string? login)
    {
        var comment = translator.Body.Get("comment");
        if (comment.Get("user", "type").Text() == "Bot") return Actor.System;
        if (login is not null && login == translator.Body.Get("issue", "user").Get("login").Text()) return Actor.Customer;
        if (translator.Vocabulary.IsStaff(login)) return Actor.Agent;

        return comment.Get("author_association").Text() switch
        {
            "OWNER" or "MEMBER" or "COLLABORATOR" => Actor.Agent,
            null => translator.UnknownAuthor(login),
            _ => Actor.Customer,
        };
    }
}
