using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Jira;

/// <summary>
/// An issue was created, changed or deleted. A comment comes as <c>jira:issue_updated</c> too, and older versions send it in no other way:
/// it is news of the issue, and a comment under the id that <c>comment_created</c> gives it.
/// </summary>
internal static class IssueWebhook
{
    public static void Translate(Translator translator, string name)
    {
        var body = translator.Body;
        var issue = body.Get("issue");
        var ticket = issue.Get("id").Text();
        var stamped = translator.Time(body.Get("timestamp"));

        switch (name)
        {
            case "jira:issue_created":
                translator.Add(
                    ticket, $"created:{ticket}", translator.Time(issue.Get("fields").Get("created")) ?? stamped, TicketEventType.Created,
                    name, IssueState.Of(translator, issue));
                break;
            case "jira:issue_deleted":
                translator.Add(ticket, $"deleted:{ticket}", stamped, TicketEventType.Deleted, name, IssueState.Origin(translator, issue));
                break;
            default:
                var state = IssueState.Of(translator, issue);
                if (body.Get("issue_event_type_name").Text() is "issue_commented") CommentWebhook.AddCommented(translator, ticket, name);
                translator.Add(
                    ticket, IdOf(translator), stamped ?? translator.Time(issue.Get("fields").Get("updated")), Happened(translator, state),
                    name, state);
                break;
        }
    }

    // The entry of the change log is the same in every delivery of it, whichever webhook brings it.
    private static string IdOf(Translator translator) =>
        translator.Body.Get("changelog", "id").Text() is { } change ? $"change:{change}" : translator.Fingerprint();

    private static TicketEventType Happened(Translator translator, TicketChange state)
    {
        var word = translator.Body.Get("issue", "fields").Get("status", "name").Text();
        foreach (var item in translator.Body.Get("changelog", "items").Items())
        {
            if (item.Get("field").Text() is not "status") continue;

            var before = item.Get("fromString").Text();
            return translator.Happened(word, state.Status, translator.Vocabulary.IsDone(before));
        }

        return translator.Vocabulary.IsDeleted(word) ? TicketEventType.Deleted : TicketEventType.Updated;
    }
}
