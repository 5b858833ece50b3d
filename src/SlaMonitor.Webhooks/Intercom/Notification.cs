using System.Text.Json;
using NodaTime;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Intercom;

/// <summary>
/// One topic of one conversation: <c>data.item</c> is the conversation as of the notification, and its parts are what is new.
/// </summary>
internal static class Notification
{
    public static void Translate(Translator translator)
    {
        var body = translator.Body;
        var item = body.Get("data", "item");
        var topic = body.Get("topic").Text() ?? string.Empty;
        var id = body.Get("id").Text() ?? translator.Fingerprint();
        var told = translator.Time(body.Get("created_at"));
        if (topic == "ping" || item.Get("type").Text() == "ping")
        {
            translator.Ignore("This is Intercom's ping: it is well.");
            return;
        }

        if (item.Get("type").Text() != "conversation")
        {
            translator.AddUnknown(null, id, told, topic);
            return;
        }

        var ticket = item.Get("id").Text() ?? item.Get("conversation_id").Text();
        if (topic == "conversation.deleted")
        {
            translator.Add(ticket, id, told, TicketEventType.Deleted, topic, TicketChange.None);
            return;
        }

        var state = Conversation.State(translator, item);
        var latest = Conversation.Parts(item).Select(part => translator.Time(part.Get("created_at"))).Max();
        var time = latest ?? translator.Time(item.Get("updated_at")) ?? told;
        switch (topic)
        {
            case "conversation.user.created" or "conversation.contact.created" or "conversation.admin.single.created":
                Create(translator, ticket, topic, state);
                break;
            case "conversation.user.replied" or "conversation.contact.replied" or "conversation.admin.replied"
                or "conversation.operator.replied" or "conversation.admin.noted":
                Reply(translator, ticket, topic, time, state);
                break;
            case "conversation.rating.added":
                var rating = item.Get("conversation_rating", "rating");
                var stars = rating.ValueKind == JsonValueKind.Number && rating.TryGetInt32(out var given) && given is >= 1 and <= 5
                    ? given
                    : (int?)null;
                translator.Add(ticket, id, time, TicketEventType.Rated, topic, state with { Rating = stars });
                break;
            case not "" when state.Status is not null:
                // Whatever the topic is called: the conversation that comes with it is how things stand.
                translator.Add(ticket, id, time, Happening.Of(state.Status, wasDone: topic == "conversation.admin.opened"), topic, state);
                break;
            default:
                translator.AddUnknown(ticket, id, time, topic);
                break;
        }
    }

    /// <summary>A conversation that an agent began has had its first answer with it.</summary>
    private static void Create(Translator translator, string? ticket, string topic, TicketChange state)
    {
        var item = translator.Body.Get("data", "item");
        var created = state.CreatedAt;
        var change = state.Status == TicketStatus.Open ? state with { Status = TicketStatus.New } : state;
        translator.Add(ticket, $"created:{ticket}", created, TicketEventType.Created, topic, change);
        var opening = Conversation.Opening(item);
        if (Conversation.By(opening.Get("author")) != Actor.Agent) return;

        translator.Add(
            ticket, $"opening:{ticket}", created, TicketEventType.Replied, topic,
            Conversation.Written(translator, opening.Get("author"), Actor.Agent) with { Public = true });
    }

    /// <summary>
    /// Each part that holds a message. Assigning with a message is told under two topics with the same part, so the part's number is
    /// the id; without a part, the topic says who wrote.
    /// </summary>
    private static void Reply(Translator translator, string? ticket, string topic, Instant? time, TicketChange state)
    {
        var isNote = topic == "conversation.admin.noted";
        var byTopic = topic switch
        {
            "conversation.user.replied" or "conversation.contact.replied" => Actor.Customer,
            "conversation.operator.replied" => Actor.System,
            _ => Actor.Agent,
        };
        var parts = Conversation.Parts(translator.Body.Get("data", "item")).ToList();
        var messages = parts.Where(Conversation.IsMessage).ToList();
        foreach (var part in messages.Count > 0 ? messages : parts.TakeLast(1).DefaultIfEmpty())
        {
            var author = part.Get("author");
            var said = Conversation.Written(translator, author, Conversation.By(author) ?? byTopic);
            translator.Add(
                ticket,
                part.Get("id").Text() is { } number
                    ? $"part:{number}"
                    : translator.Body.Get("id").Text() ?? translator.Fingerprint(),
                translator.Time(part.Get("created_at")) ?? time,
                TicketEventType.Replied,
                topic,
                state with
                {
                    By = said.By,
                    Author = said.Author,
                    Agent = said.Agent,
                    Public = !isNote && part.Get("part_type").Text() != "note",
                });
        }
    }
}
