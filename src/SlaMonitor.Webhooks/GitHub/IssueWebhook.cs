using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.GitHub;

/// <summary>Something happened to an issue.</summary>
internal static class IssueWebhook
{
    public static void Translate(Translator translator)
    {
        var issue = translator.Body.Get("issue");
        var action = translator.Body.Get("action").Text() ?? string.Empty;
        var updated = translator.Time(issue.Get("updated_at"));
        var state = IssueState.Of(translator);
        switch (action)
        {
            case "opened":
                var opened = state.Status == TicketStatus.Open ? state with { Status = TicketStatus.New } : state;
                Add(TicketEventType.Created, opened, translator.Time(issue.Get("created_at")));
                break;
            case "closed":
                Add(
                    state.Status == TicketStatus.Closed ? TicketEventType.Closed : TicketEventType.Resolved,
                    state,
                    translator.Time(issue.Get("closed_at")) ?? updated);
                break;
            case "reopened":
                Add(TicketEventType.Reopened, state, updated);
                break;
            case "deleted" or "transferred":
                Add(TicketEventType.Deleted, IssueState.Origin(translator), updated);
                break;
            case "edited" or "labeled" or "unlabeled" or "assigned" or "unassigned" or "milestoned" or "demilestoned" or "locked"
                or "unlocked" or "pinned" or "unpinned" or "typed" or "untyped":
                Add(TicketEventType.Updated, state, updated);
                break;
            default:
                translator.AddUnknown(IssueState.TicketOf(translator), translator.Fingerprint(), updated, $"issues.{action}");
                break;
        }

        void Add(TicketEventType type, TicketChange change, NodaTime.Instant? time) =>
            translator.Add(IssueState.TicketOf(translator), translator.Fingerprint(), time, type, $"issues.{action}", change);
    }
}
