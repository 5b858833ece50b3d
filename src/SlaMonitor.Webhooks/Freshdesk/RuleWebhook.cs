using System.Text.Json;
using NodaTime;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Ingestion;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Freshdesk;

/// <summary>
/// What a rule sends: Freshdesk's simple form, whose names begin with <c>ticket_</c>, or the template in <c>docs/connect/freshdesk.md</c>,
/// in which <c>event</c> says what the rule is for.
/// </summary>
internal static class RuleWebhook
{
    public static void Translate(Translator translator)
    {
        var body = translator.Body.Get("freshdesk_webhook") is { ValueKind: JsonValueKind.Object } simple ? simple : translator.Body;
        var triggered = TriggeredEvent.Read(body.Get("triggered_event").Text());
        var named = body.Get("event").Text()?.ToLowerInvariant();
        var typeName = body.Get("triggered_event").Text() is { } said && triggered.Count > 0 ? said : named ?? string.Empty;
        var ticket = Either(body, "ticket_id", "id").Text();
        var (id, time) = Identity(translator, body, named);
        var status = triggered.FirstOrDefault(e => e.Name == "status");
        var state = State(translator, body, status?.To, triggered.FirstOrDefault(e => e.Name == "priority")?.To);

        if (named == "created" || triggered.Any(e => e is { Name: "ticket_action", To: "created" }))
        {
            Add(TicketEventType.Created, state);
        }
        else if (named == "deleted" || triggered.Any(e => e is { Name: "ticket_action", To: "deleted" or "marked_as_spam" }))
        {
            Add(TicketEventType.Deleted, TicketChange.None);
        }
        else if (named is "agent_replied" or "customer_replied" or "private_note"
            || triggered.Any(e => e.Name is "note_type" or "reply_sent"))
        {
            Add(TicketEventType.Replied, Reply(translator, body, state, named, triggered));
        }
        else if (status is not null || named == "status_changed")
        {
            Add(Happening.Of(state.Status, translator.Vocabulary.IsDone(status?.From)), state);
        }
        else if (named is "updated" or "priority_changed" or "assigned"
            || triggered.Any(e => e.Name is "priority" or "ticket_action" or "responder_id" or "group_id" or "agent" or "group"))
        {
            Add(TicketEventType.Updated, state);
        }
        else
        {
            translator.AddUnknown(ticket, id, time, typeName);
        }

        void Add(TicketEventType type, TicketChange change) => translator.Add(ticket, id, time, type, typeName, change);
    }

    /// <summary>
    /// With the time of the update in the body, its hash is the event's id. Without, a second "pending" has the very bytes of the
    /// first, and would pass for its repeat; so the hour of arrival is part of the id, and Freshdesk's repeats, after 5 and 35 minutes,
    /// are recognised within it.
    /// </summary>
    private static (string Id, Instant? Time) Identity(Translator translator, JsonElement body, string? named)
    {
        var told = named == "created" ? Either(body, "created_at", "updated_at") : Either(body, "updated_at", "modified_on");
        if (translator.Time(told) is { } time) return (translator.Fingerprint(), time);

        var hour = translator.Now.ToUnixTimeSeconds() / 3600;
        return (translator.Fingerprint($"{hour}"), translator.Now);
    }

    private static TicketChange State(Translator translator, JsonElement body, string? toStatus, string? toPriority) => new()
    {
        Status = translator.Status(toStatus ?? Either(body, "ticket_status", "status").Text()),
        Priority = translator.Priority(toPriority ?? Either(body, "ticket_priority", "priority").Text()),
        Title = Either(body, "ticket_subject", "subject").Text(),
        Url = EventRules.Link(Either(body, "ticket_url", "url").Text()),
        Category = Either(body, "ticket_type", "type").Text(),
        Customer = body.Get("company").Text(),
        Tags = Either(body, "ticket_tags", "tags")
            .Text()
            ?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        Group = Either(body, "ticket_group_name", "group").TextOrCleared(),
        Assignee = Either(body, "ticket_agent_email", "agent_email").TextOrCleared(),
    };

    private static TicketChange Reply(
        Translator translator, JsonElement body, TicketChange state, string? named, IReadOnlyList<TriggeredEvent> triggered)
    {
        var isPrivate = named == "private_note" || triggered.Any(e => e is { Name: "note_type", To: "private" });
        Actor? by = named switch
        {
            "agent_replied" or "private_note" => Actor.Agent,
            "customer_replied" => Actor.Customer,
            _ when isPrivate => Actor.Agent,
            _ => ByComment(translator, body),
        };
        return state with { By = by, Public = !isPrivate, Agent = by == Actor.Agent ? body.Get("updater_email").Text() : null };
    }

    /// <summary>Who wrote is not told, but the latest comment begins with a name: <c>Sam Agent : …</c>.</summary>
    private static Actor? ByComment(Translator translator, JsonElement body)
    {
        var comment = body.Get("ticket_latest_public_comment").Text();
        var end = comment?.IndexOf(" : ", StringComparison.Ordinal) ?? -1;
        if (end <= 0) return translator.UnknownAuthor(null);

        var name = comment![..end].Trim();
        var requester = body.Get("requester_name").Text();
        if (translator.Vocabulary.IsStaff(name)) return Actor.Agent;
        return requester is null
            ? translator.UnknownAuthor(name)
            : name.Equals(requester, StringComparison.OrdinalIgnoreCase) ? Actor.Customer : Actor.Agent;
    }

    private static JsonElement Either(JsonElement body, string one, string other) =>
        body.Get(one) is { ValueKind: not JsonValueKind.Undefined } value ? value : body.Get(other);
}
