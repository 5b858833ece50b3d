using System.Text.Json;
using NodaTime;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Chatwoot;

/// <summary>
/// What happened, and the conversation as it stood when Chatwoot's queue came to it, which may be after the next change. So a message is
/// told by its own time, and the state by the time of its update: each under an id of its own, by which a repeat is recognised.
/// </summary>
internal static class AccountWebhook
{
    /// <summary>The customer's first message is written in one step with the conversation, or in the next that a channel takes.</summary>
    private static readonly Duration OpeningTolerance = Duration.FromSeconds(10);

    public static void Translate(Translator translator)
    {
        var body = translator.Body;
        var name = body.Get("event").Text() ?? string.Empty;
        if (name is "conversation_typing_on" or "conversation_typing_off")
        {
            translator.Ignore("Somebody is typing.");
            return;
        }

        var isMessage = name.StartsWith("message_", StringComparison.Ordinal);
        var conversation = isMessage ? body.Get("conversation") : body;
        if (!isMessage && !name.StartsWith("conversation_", StringComparison.Ordinal))
        {
            translator.AddUnknown(null, translator.Fingerprint(), null, name);
            return;
        }

        var id = conversation.Get("id").Text();
        var state = Conversation.State(translator, conversation);
        if (name == "conversation_created")
        {
            // A conversation that a bot has first, or nobody, is new.
            var change = state.Status == TicketStatus.Open ? state with { Status = TicketStatus.New } : state;
            translator.Add(id, $"created:{id}", state.CreatedAt, TicketEventType.Created, name, change);
            return;
        }

        var written = isMessage ? translator.Time(body.Get("created_at")) : null;
        if (name == "message_created") AddMessage(translator, id, written, state);

        // Older versions do not tell the time of the update.
        var updated = translator.Time(conversation.Get("updated_at")) ?? written ?? translator.Time(conversation.Get("last_activity_at"));
        if (name == "message_updated") AddRating(translator, id, updated);
        translator.Add(id, $"state:{id}:{Translator.Stamp(updated)}", updated, Happening.Of(state.Status, wasDone: false), name, state);
    }

    private static void AddMessage(Translator translator, string? id, Instant? written, TicketChange state)
    {
        var message = translator.Body;
        var by = Conversation.By(translator, message);
        var isOpening = by == Actor.Customer && written - state.CreatedAt < OpeningTolerance;
        if (isOpening || Conversation.TypeOf(message) is not ("incoming" or "outgoing" or "template")) return;

        var sender = message.Get("sender");
        translator.Add(id, $"message:{message.Get("id").Text()}", written, TicketEventType.Replied, "message_created", new TicketChange
        {
            CreatedAt = state.CreatedAt,
            Requesters = state.Requesters,
            By = by,
            Author = Conversation.NameOf(sender),
            Agent = by == Actor.Agent ? Conversation.Agent(translator, sender) : null,
            Public = message.Get("private").Flag() != true,
        });
    }

    /// <summary>A survey is a message of Chatwoot's, and its answer changes that message.</summary>
    private static void AddRating(Translator translator, string? id, Instant? updated)
    {
        var answer = translator.Body.Get("content_attributes", "submitted_values").Get("csat_survey_response", "rating");
        if (answer.ValueKind != JsonValueKind.Number || !answer.TryGetInt32(out var rating) || rating is < 1 or > 5) return;

        translator.Add(
            id, $"rating:{translator.Body.Get("id").Text()}:{rating}", updated, TicketEventType.Rated, "message_updated",
            new TicketChange { Rating = rating });
    }

}
