using System.Text.Json;
using NodaTime;
using SlaMonitor.CloudEvents;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.ServiceNow;

/// <summary>A record was inserted, updated or deleted. One update may change the state and say something: that is two events.</summary>
internal static class RecordWebhook
{
    private const string OnHold = "3";
    private const string AwaitingCaller = "1";

    public static void Translate(Translator translator)
    {
        var body = translator.Body;
        var happened = body.Get("event").Text()?.ToLowerInvariant() ?? string.Empty;
        var ticket = body.Get("number").Text() ?? body.Get("sys_id").Text();
        var isInsert = happened == "inserted";
        var time = (isInsert ? CreatedAt(translator) : null) ?? translator.Time(Value(body.Get("sys_updated_on")));

        // ServiceNow counts the changes of a record.
        var id = body.Get("sys_id").Text() is { } record && body.Get("sys_mod_count").Text() is { } count
            ? $"{record}:{count}"
            : translator.Fingerprint();

        switch (happened)
        {
            case "inserted":
                translator.Add(ticket, id, time, TicketEventType.Created, happened, State(translator));
                break;
            case "updated":
                Update(translator, ticket, id, happened);
                break;
            case "deleted":
                translator.Add(ticket, id + ":deleted", time, TicketEventType.Deleted, happened, Origin(translator));
                break;
            default:
                translator.AddUnknown(ticket, id, time, happened);
                break;
        }
    }

    private static void Update(Translator translator, string? ticket, string id, string happened)
    {
        var body = translator.Body;
        var time = translator.Time(Value(body.Get("sys_updated_on")));
        var state = State(translator);
        var before = Value(body.Get("previous", "state")).Text();
        if (body.Get("comments").Text() is not null)
            translator.Add(ticket, id + ":comment", time, TicketEventType.Replied, "comments", Reply(translator, state));
        if (body.Get("comments").Text() is null || before is not null)
        {
            var wasDone = translator.Vocabulary.IsDone(before);
            var type = before is null ? TicketEventType.Updated : translator.Happened(null, state.Status, wasDone);
            translator.Add(ticket, id, time, type, happened, state);
        }
    }

    /// <summary>When the record was opened, and who called.</summary>
    private static TicketChange Origin(Translator translator) => new()
    {
        CreatedAt = CreatedAt(translator),
        Requesters = Translator.Names(translator.Body.Get("caller_user_name").Text()),
    };

    private static Instant? CreatedAt(Translator translator) =>
        translator.Time(Value(translator.Body.Get("opened_at"))) ?? translator.Time(Value(translator.Body.Get("sys_created_on")));

    private static TicketChange State(Translator translator)
    {
        var body = translator.Body;
        return Origin(translator) with
        {
            Status = Status(translator, Value(body.Get("state")).Text(), Value(body.Get("hold_reason")).Text()),
            Priority = translator.Priority(Value(body.Get("priority")).Text()?.Split(' ')[0]),
            Title = body.Get("short_description").Text(),
            Url = EventRules.Link(body.Get("url").Text()),
            Customer = Name(body.Get("company")),
            Category = Value(body.Get("category")).Text(),
            Group = Name(body.Get("assignment_group")),
            Assignee = Name(body.Get("assigned_to")),
        };
    }

    /// <summary>On hold for the caller is the customer's turn; for a vendor, a change or a problem it is a third party's.</summary>
    private static TicketStatus? Status(Translator translator, string? state, string? holdReason) =>
        state == OnHold && holdReason == AwaitingCaller ? TicketStatus.Pending : translator.Status(state);

    private static TicketChange Reply(Translator translator, TicketChange state)
    {
        var author = translator.Body.Get("sys_updated_by").Text();
        var by = By(translator, author, out var othersAreAgents);
        return state with
        {
            By = by,
            Public = true,
            Author = author,
            OthersAreAgents = othersAreAgents,
            Agent = by == Actor.Agent ? author : null,
        };
    }

    /// <summary>
    /// Whoever is not the caller is staff. The script tells the caller's login; without it, whoever is called as the caller is the caller,
    /// and whoever is called as the one who has the record is not. Of anybody else only a login that came before can tell.
    /// </summary>
    private static Actor? By(Translator translator, string? author, out bool? othersAreAgents)
    {
        othersAreAgents = null;
        if (author is null) return translator.UnknownAuthor(null);

        var body = translator.Body;
        var login = body.Get("caller_user_name").Text();
        if (login is not null ? author.Equals(login, StringComparison.OrdinalIgnoreCase) : IsCalled(author, body.Get("caller_id")))
            return Actor.Customer;
        if (translator.Vocabulary.IsStaff(author)) return Actor.Agent;
        if (author == "system") return Actor.System;
        if (login is not null || IsCalled(author, body.Get("assigned_to"))) return Actor.Agent;

        othersAreAgents = true;
        return null;
    }

    /// <summary>Whether a login is made of somebody's name, as logins are, or is their address.</summary>
    private static bool IsCalled(string login, JsonElement person) =>
        Letters(login) is { Length: > 0 } letters
        && (letters == Letters(person.Get("display_value").Text() ?? string.Empty)
            || login.Equals(person.Get("email").Text(), StringComparison.OrdinalIgnoreCase));

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>A field is a text, or an object of <c>value</c> and <c>display_value</c>.</summary>
    private static JsonElement Value(JsonElement field) => field.ValueKind == JsonValueKind.Object ? field.Get("value") : field;

    private static string? Name(JsonElement field) => field.ValueKind == JsonValueKind.Object
        ? field.Get("email").Text() ?? field.Get("display_value").TextOrCleared() ?? field.Get("value").TextOrCleared()
        : field.TextOrCleared();
}
