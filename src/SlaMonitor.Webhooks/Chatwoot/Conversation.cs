using System.Text.Json;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Chatwoot;

/// <summary>A conversation as it stands, and who writes in it.</summary>
internal static class Conversation
{
    public static TicketChange State(Translator translator, JsonElement conversation)
    {
        var meta = conversation.Get("meta");
        var contact = meta.Get("sender");
        return new()
        {
            CreatedAt = translator.Time(conversation.Get("created_at")),
            Requesters = Translator.Names(NameOf(contact, "contact"), contact.Get("email").Text()),
            Status = translator.Status(conversation.Get("status").Text()),
            Priority = conversation.Get("priority").ValueKind == JsonValueKind.Null
                ? TicketPriority.Normal // none was chosen, or it was taken away
                : translator.Priority(conversation.Get("priority").Text()),
            Title = conversation.Get("additional_attributes", "mail_subject").Text(),
            Customer = contact.Get("additional_attributes", "company_name").Text(),
            Tags = conversation.Get("labels").ValueKind == JsonValueKind.Array
                ? [.. conversation.Get("labels").Items().Select(label => label.Text()).OfType<string>()]
                : null,
            Group = meta.Get("team").ValueKind == JsonValueKind.Null ? string.Empty : meta.Get("team", "name").Text(),
            Assignee = Assignee(translator, meta),
        };
    }

    /// <summary>
    /// Who wrote a message. What goes out without a person is a greeting, a survey, a campaign, a rule or a bot; and where even that is not
    /// said, somebody may have written from another program, or a machine: it is nobody's.
    /// </summary>
    public static Actor? By(Translator translator, JsonElement message)
    {
        var sender = message.Get("sender");
        return TypeOf(message) switch
        {
            "incoming" when translator.Vocabulary.IsStaff(NameOf(sender), sender.Get("email").Text()) => Actor.Agent,
            "incoming" => Actor.Customer,
            "outgoing" when IsAutomatic(message) => Actor.System,
            "outgoing" => sender.Get("type").Text() switch
            {
                "user" => Actor.Agent,
                null => translator.UnknownAuthor(sender.Get("name").Text()),
                _ => Actor.System, // agent_bot, captain_assistant
            },
            _ => Actor.System,
        };
    }

    /// <summary>The kind of a message; some versions write its number.</summary>
    public static string? TypeOf(JsonElement message) => message.Get("message_type").Text() switch
    {
        "0" => "incoming",
        "1" => "outgoing",
        "2" => "activity",
        "3" => "template",
        var name => name,
    };

    /// <summary>Contacts and agents are numbered each from one, so their kind is part of their name.</summary>
    public static string? NameOf(JsonElement person, string? kind = null) =>
        (kind ?? person.Get("type").Text()) is { } type && person.Get("id").Text() is { } id ? $"{type}:{id}" : null;

    /// <summary>An agent by the number, where the connection knows it, else by the address, else by the name.</summary>
    public static string? Agent(Translator translator, JsonElement person) =>
        person.Get("id").Text() is { } id && translator.Vocabulary.Agents.ContainsKey(id)
            ? id
            : person.Get("email").Text() ?? person.Get("name").Text() ?? person.Get("id").Text();

    private static bool IsAutomatic(JsonElement message) =>
        message.Get("content_attributes", "automation_rule_id").HasValue()
        || message.Get("additional_attributes", "campaign_id").HasValue();

    private static string? Assignee(Translator translator, JsonElement meta) => meta.Get("assignee").ValueKind switch
    {
        JsonValueKind.Undefined => null,
        JsonValueKind.Object when meta.Get("assignee_type").Text() is null or "User" => Agent(translator, meta.Get("assignee")),
        _ => string.Empty, // nobody, or a bot
    };
}
