using System.Text.Json;
using NodaTime;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.HubSpot;

/// <summary>
/// What a ticket's properties say, by their internal names: all of them, or the one that changed. A property is a text, or an object with
/// its <c>value</c>.
/// </summary>
internal static class TicketProperties
{
    /// <summary>
    /// Properties that hold the time of a message, and who wrote it. Of the last response nobody knows whether an agent or a bot sent it.
    /// </summary>
    private static readonly (string Name, Actor? By)[] Messages =
    [
        ("hs_first_agent_message_sent_at", Actor.Agent),
        ("first_agent_reply_date", Actor.Agent),
        ("hs_last_message_received_at", Actor.Customer),
        ("hs_last_message_sent_at", null),
    ];

    /// <summary>A ticket is made of a message, before or shortly after it is dated.</summary>
    private static readonly Duration OpeningTolerance = Duration.FromSeconds(10);

    public static TicketChange State(Translator translator, JsonElement properties) => new()
    {
        CreatedAt = translator.Time(Value(properties, "createdate")),
        Requesters = Translator.Names(
            Value(properties, "hs_all_associated_contact_emails").Text()?.Split(';', StringSplitOptions.TrimEntries) ?? []),
        Status = Status(translator, properties),
        Priority = Value(properties, "hs_ticket_priority") is { ValueKind: JsonValueKind.String } priority && priority.Text() is null
            ? TicketPriority.Normal // it was taken away
            : translator.Priority(Value(properties, "hs_ticket_priority").Text()),
        Title = Value(properties, "subject").Text(),
        Customer = Value(properties, "hs_primary_company_name").Text(),
        Category = Value(properties, "hs_ticket_category").Text(),
        Group = Value(properties, "hubspot_team_id").TextOrCleared(),
        Assignee = Value(properties, "hubspot_owner_id").TextOrCleared(),
    };

    /// <summary>Adds the messages whose times the properties hold. The same message has the same id, whoever tells of it.</summary>
    public static void AddMessages(Translator translator, string? ticket, JsonElement properties, TicketChange origin)
    {
        foreach (var (name, by) in Messages)
        {
            var told = Value(properties, name);
            if (told.Text() is null || IsFirstAnswerAgain(name, told, properties)) continue;

            var time = translator.Time(told);
            var author = by ?? (translator.Vocabulary.IsStaff(name) ? Actor.Agent : translator.UnknownAuthor(name));
            if (author == Actor.Customer && time - origin.CreatedAt < OpeningTolerance) continue;

            var reply = new TicketChange
            {
                CreatedAt = Translator.CreationBefore(time, origin.CreatedAt),
                By = author,
                Public = true,
                Agent = by == Actor.Agent ? Value(properties, "hs_first_agent_message_sent_by").Text() : null,
            };
            translator.Add(ticket, $"{name}:{ticket}:{time?.ToUnixTimeMilliseconds()}", time, TicketEventType.Replied, name, reply);
        }
    }

    public static bool IsMessage(string name) => Array.Exists(Messages, message => message.Name == name);

    public static JsonElement Value(JsonElement properties, string name) =>
        properties.Get(name) is { ValueKind: JsonValueKind.Object } told ? told.Get("value") : properties.Get(name);

    private static bool IsFirstAnswerAgain(string name, JsonElement told, JsonElement properties) =>
        name == "hs_last_message_sent_at" && told.Text() == Value(properties, "hs_first_agent_message_sent_at").Text();

    private static TicketStatus? Status(Translator translator, JsonElement properties) => translator.Status(
        Value(properties, "hs_pipeline_stage").Text(),
        Value(properties, "hs_is_closed").Flag() == true ? TicketStatus.Closed : TicketStatus.Open);
}
