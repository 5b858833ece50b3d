using System.Text.Json;
using NodaTime;
using SlaMonitor.CloudEvents;
using SlaMonitor.Core.Tickets;
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
        var typeName = body.Get("triggered_event").Text() is { } said && triggered.Count > 0 ? said : named ?? "state";
        var ticket = Either(body, "ticket_id", "id").Text();
        var (id, time) = Identity(translator, body, named);
        var status = triggered.FirstOrDefault(e => e.Name == "status");
        var word = status?.To ?? Either(body, "ticket_status", "status").Text();
        var state = State(translator, body, word, triggered.FirstOrDefault(e => e.Name == "priority")?.To, time);

        if (named == "created" || triggered.Any(e => e is { Name: "ticket_action", To: "created" }))
        {
            Add(TicketEventType.Created, state);
        }
        else if (named == "deleted" || triggered.Any(e => e is { Name: "ticket_action", To: "deleted" or "marked_as_spam" }))
        {
            Add(TicketEventType.Deleted, new TicketChange { CreatedAt = state.CreatedAt, Requesters = state.Requesters });
        }
        else if (named is "agent_replied" or "customer_replied" or "private_note"
            || triggered.Any(e => e.Name is "note_type" or "reply_sent"))
        {
            Add(TicketEventType.Replied, Reply(translator, body, state, named, triggered));
        }
        else if (state.Status is not null || state.Priority is not null || translator.Vocabulary.IsDeleted(word)
            || IsUpdate(named, triggered))
        {
            // Whatever set the rule off: the body says how the ticket stands.
            Add(translator.Happened(word, state.Status, translator.Vocabulary.IsDone(status?.From)), state);
        }
        else
        {
            translator.AddUnknown(ticket, id, time, typeName);
        }

        void Add(TicketEventType type, TicketChange change) => translator.Add(ticket, id, time, type, typeName, change);
    }

    private static bool IsUpdate(string? named, IReadOnlyList<TriggeredEvent> triggered) =>
        named is "status_changed" or "updated" or "priority_changed" or "assigned"
        || triggered.Any(e => e.Name is "status" or "priority" or "ticket_action" or "responder_id" or "group_id" or "agent" or "group");

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

    private static TicketChange State(Translator translator, JsonElement body, string? word, string? toPriority, Instant? asOf) => new()
    {
        CreatedAt = CreatedAt(translator, body, asOf),
        Requesters = Translator.Names(body.Get("requester_email").Text(), body.Get("requester_name").Text()),
        Status = translator.Status(word),
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
        (Actor? By, string? Author) wrote = named switch
        {
            "customer_replied" => (Actor.Customer, null),
            "agent_replied" or "private_note" => (Actor.Agent, body.Get("updater_email").Text()),
            _ when isPrivate => (Actor.Agent, body.Get("updater_email").Text()),
            _ => ByComment(translator, body),
        };
        return state with
        {
            By = wrote.By,
            Public = !isPrivate,
            Author = wrote.Author,
            Agent = wrote.By == Actor.Agent ? body.Get("updater_email").Text() : null,
        };
    }

    /// <summary>Who wrote is not told, but the latest comment begins with a name: <c>Sam Agent : …</c>.</summary>
    private static (Actor? By, string? Author) ByComment(Translator translator, JsonElement body)
    {
        var comment = body.Get("ticket_latest_public_comment").Text();
        var end = comment?.IndexOf(" : ", StringComparison.Ordinal) ?? -1;
        if (end <= 0) return (translator.UnknownAuthor(null), null);

        var name = comment![..end].Trim();
        var requester = body.Get("requester_name").Text();
        if (name.Equals(requester, StringComparison.OrdinalIgnoreCase)) return (Actor.Customer, name);
        if (translator.Vocabulary.IsStaff(name) || requester is not null) return (Actor.Agent, name);

        // Which of the requester's names came before is not known: another name than theirs may still be theirs.
        return (translator.UnknownAuthor(name), name);
    }

    /// <summary>A body without a time counts from its arrival, and Freshdesk's clock may run a little ahead of ours.</summary>
    private static Instant? CreatedAt(Translator translator, JsonElement body, Instant? asOf)
    {
        var created = translator.Time(Either(body, "ticket_created_at", "created_at"));
        return created > asOf && asOf == translator.Now && created - asOf <= EventRules.ClockTolerance ? asOf : created;
    }

    private static JsonElement Either(JsonElement body, string one, string other) =>
        body.Get(one) is { ValueKind: not JsonValueKind.Undefined } value ? value : body.Get(other);
}
