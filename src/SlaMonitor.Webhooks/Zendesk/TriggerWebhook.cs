using SlaMonitor.CloudEvents;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Zendesk;

/// <summary>
/// An event as an administrator words it in a trigger, by the template in <c>docs/connect/zendesk.md</c>: <c>event</c>
/// says which trigger it was.
/// </summary>
internal static class TriggerWebhook
{
    public static void Translate(Translator translator)
    {
        var body = translator.Body;
        var happened = body.Get("event").Text()?.ToLowerInvariant() ?? string.Empty;
        var ticket = body.Get("ticket_id").Text();
        var time = translator.Time(body.Get(happened == "created" ? "created_at" : "updated_at"))
            ?? translator.Time(body.Get("updated_at"));

        // The template has no id. The hash of a body that holds the time of the update is one.
        var id = translator.Fingerprint();
        var requester = body.Get("requester_email").Text();
        var state = new TicketChange
        {
            CreatedAt = translator.Time(body.Get("created_at")),
            Requesters = Translator.Names(requester),
            Status = translator.Status(body.Get("status").Text()),
            Priority = translator.Priority(body.Get("priority").Text()),
            Title = body.Get("subject").Text(),
            Customer = body.Get("organization").Text(),
            Category = body.Get("type").Text()?.ToLowerInvariant(),
            Tags = body.Get("tags").Text()?.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Group = body.Get("group").TextOrCleared(),
            Assignee = body.Get("assignee_email").TextOrCleared(),
            Url = EventRules.Link(body.Get("url").Text()),
        };

        switch (happened)
        {
            case "created":
                translator.Add(ticket, id, time, TicketEventType.Created, happened, state);
                break;
            case "updated":
                translator.Add(ticket, id, time, translator.Happened(body.Get("status").Text(), state.Status), happened, state);
                break;
            case "replied":
                var author = body.Get("updater_email").Text();
                var by = By(translator, body.Get("updater_role").Text(), author, requester);
                translator.Add(
                    ticket, id, time, TicketEventType.Replied, happened,
                    state with { By = by, Public = true, Author = author, Agent = by == Actor.Agent ? author : null });
                break;
            case "rated":
                int? rating = body.Get("satisfaction").Text()?.ToLowerInvariant() switch
                {
                    "good" or "good, i'm satisfied" => 5,
                    "bad" or "bad, i'm unsatisfied" => 1,
                    _ => null,
                };
                translator.Add(ticket, id, time, TicketEventType.Rated, happened, state with { Rating = rating });
                break;
            default:
                translator.AddUnknown(ticket, id, time, happened);
                break;
        }
    }

    private static Actor? By(Translator translator, string? role, string? email, string? requester) => role?.ToLowerInvariant() switch
    {
        _ when email is not null && email.Equals(requester, StringComparison.OrdinalIgnoreCase) => Actor.Customer,
        _ when translator.Vocabulary.IsStaff(email) => Actor.Agent,
        "agent" or "admin" or "administrator" or "owner" => Actor.Agent,
        "end-user" or "end user" => Actor.Customer,
        _ => translator.UnknownAuthor(role),
    };
}
