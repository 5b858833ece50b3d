using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Jira;

/// <summary>
/// An issue was created, changed or deleted. A comment comes as <c>jira:issue_updated</c> too; it is counted where it comes as
/// <c>comment_created</c>, so here it is only news of the issue.
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
                translator.Add(ticket, $"deleted:{ticket}", stamped, TicketEventType.Deleted, name, TicketChange.None);
                break;
            default:
                var state = IssueState.Of(translator, issue);
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
        foreach (var item in translator.Body.Get("changelog", "items").Items())
        {
            if (item.Get("field").Text() is not "status") continue;

            var before = item.Get("fromString").Text();
            return Happening.Of(state.Status, translator.Vocabulary.IsDone(before));
        }

        return TicketEventType.Updated;
    }
}
