using System.Text.Json;
using NodaTime;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Zendesk;

/// <summary>An event as Zendesk words it: <c>detail</c> is the ticket as of the event, <c>event</c> what is new.</summary>
internal static class EventWebhook
{
    public const string TypePrefix = "zen:event-type:";

    /// <summary>
    /// Zendesk tells of the first comment beside the creation, at the same moment but for the fraction that it cuts off the latter.
    /// </summary>
    private static readonly Duration OpeningTolerance = Duration.FromSeconds(3);

    public static void Translate(Translator translator)
    {
        var body = translator.Body;
        var detail = body.Get("detail");
        var news = body.Get("event");
        var name = body.Get("type").Text() ?? string.Empty;
        var id = body.Get("id").Text() ?? translator.Fingerprint();
        var time = translator.Time(body.Get("time"));
        var ticket = detail.Get("id").Text();

        switch (name.Replace(TypePrefix, string.Empty, StringComparison.Ordinal))
        {
            case "ticket.created":
                Add(TicketEventType.Created, State(translator, detail));
                break;
            case "ticket.comment_added":
                var isOpening = IsOpening(detail, time, translator);
                Add(
                    isOpening ? TicketEventType.Updated : TicketEventType.Replied,
                    isOpening ? State(translator, detail) : Reply(translator, detail, news.Get("comment")));
                break;
            case "ticket.status_changed":
                var current = news.Get("current").Text() ?? detail.Get("status").Text();
                var change = State(translator, detail) with { Status = translator.Status(current) };
                var before = news.Get("previous").Text();
                Add(translator.Happened(current, change.Status, translator.Vocabulary.IsDone(before)), change);
                break;
            case "ticket.merged":
                Add(TicketEventType.Merged, Origin(translator, detail));
                break;
            case "ticket.soft_deleted" or "ticket.permanently_deleted" or "ticket.marked_as_spam":
                Add(TicketEventType.Deleted, Origin(translator, detail));
                break;
            case "ticket.undeleted" or "ticket.unmarked_as_spam":
                translator.AddReturn(ticket, id, time, name, State(translator, detail));
                break;
            case "ticket.priority_changed" or "ticket.agent_assignment_changed"
                or "ticket.group_assignment_changed" or "ticket.tags_changed"
                or "ticket.subject_changed" or "ticket.organization_changed" or "ticket.requester_changed" or "ticket.type_changed"
                or "ticket.ticket_type_changed" or "ticket.custom_status_changed" or "ticket.custom_field_changed":
                var isGone = translator.Vocabulary.IsDeleted(detail.Get("status").Text());
                Add(isGone ? TicketEventType.Deleted : TicketEventType.Updated, State(translator, detail));
                break;
            default:
                translator.AddUnknown(
                    ticket is not null && name.Contains("ticket.", StringComparison.Ordinal) ? ticket : null, id, time, name);
                break;
        }

        void Add(TicketEventType type, TicketChange change) => translator.Add(ticket, id, time, type, name, change);
    }

    /// <summary>When the ticket was created and by whom: what also those events tell that say nothing else of it.</summary>
    private static TicketChange Origin(Translator translator, JsonElement detail) => new()
    {
        CreatedAt = translator.Time(detail.Get("created_at")),
        Requesters = Translator.Names(detail.Get("requester_id").Text()),
    };

    private static TicketChange State(Translator translator, JsonElement detail) => Origin(translator, detail) with
    {
        Status = translator.Status(detail.Get("status").Text()),
        Priority = translator.Priority(detail.Get("priority").Text()),
        Title = detail.Get("subject").Text(),
        Customer = detail.Get("organization_id").Text(),
        Category = detail.Get("type").Text()?.ToLowerInvariant(),
        Tags = Tags(detail.Get("tags")),
        Group = detail.Get("group_id").TextOrCleared(),
        Assignee = detail.Get("assignee_id").TextOrCleared(),
    };

    private static TicketChange Reply(Translator translator, JsonElement detail, JsonElement comment)
    {
        var author = comment.Get("author", "id").Text() ?? comment.Get("author_id").Text();
        var isStaff = comment.Get("author", "is_staff").Flag();
        Actor? by = (isStaff, author) switch
        {
            (_, not null) when author == detail.Get("requester_id").Text() => Actor.Customer,
            _ when translator.Vocabulary.IsStaff(author) => Actor.Agent,
            (true, _) => Actor.Agent,
            (false, _) => Actor.Customer,
            (null, not null) when author == detail.Get("assignee_id").Text() => Actor.Agent,
            _ => translator.UnknownAuthor(author),
        };
        return State(translator, detail) with
        {
            By = by,
            Public = comment.Get("is_public").Flag() ?? false,
            Author = author,
            Agent = by == Actor.Agent ? author : null,
        };
    }

    /// <summary>A ticket's first message is told with its creation; it answers nobody, and asks what the ticket asks.</summary>
    private static bool IsOpening(JsonElement detail, Instant? time, Translator translator) =>
        time is { } at && translator.Time(detail.Get("created_at")) is { } created && at - created < OpeningTolerance;

    private static string[]? Tags(JsonElement tags) => tags.ValueKind switch
    {
        JsonValueKind.Array => [.. tags.Items().Select(tag => tag.Text()).OfType<string>()],
        JsonValueKind.String => tags.Text()?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [],
        _ => null,
    };
}
