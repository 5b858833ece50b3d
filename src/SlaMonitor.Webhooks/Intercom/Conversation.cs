using System.Text.Json;
using SlaMonitor.CloudEvents;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Intercom;

/// <summary>
/// A conversation as it stands. Older versions of Intercom's API say <c>user</c>, <c>assignee</c> and <c>conversation_message</c> for
/// what newer ones say as <c>contacts</c>, <c>admin_assignee_id</c> and <c>source</c>; which comes is the app's setting.
/// </summary>
internal static class Conversation
{
    public static TicketChange State(Translator translator, JsonElement item) => new()
    {
        CreatedAt = translator.Time(item.Get("created_at")),
        Requesters = Requesters(item),
        Status = translator.Status(item.Get("state").Text()),
        Priority = translator.Priority(item.Get("priority").Text()),
        Title = item.Get("title").Text() ?? Opening(item).Get("subject").Text(),
        Url = EventRules.Link(item.Get("links", "conversation_web").Text()),
        Tags = item.Get("tags", "tags").ValueKind == JsonValueKind.Array
            ? [.. item.Get("tags", "tags").Items().Select(tag => tag.Get("name").Text()).OfType<string>()]
            : null,
        Group = item.Get("team_assignee_id").TextOrCleared(),
        Assignee = item.Get("assignee") is { ValueKind: not JsonValueKind.Undefined } assignee
            ? Agent(translator, assignee) ?? string.Empty
            : item.Get("admin_assignee_id").TextOrCleared(),
    };

    /// <summary>The message that began it.</summary>
    public static JsonElement Opening(JsonElement item) =>
        item.Get("source") is { ValueKind: JsonValueKind.Object } source ? source : item.Get("conversation_message");

    /// <summary>What is new in it.</summary>
    public static IEnumerable<JsonElement> Parts(JsonElement item) => item.Get("conversation_parts", "conversation_parts").Items();

    /// <summary>Whether a part says something to somebody; others tell of assignments, states and the like.</summary>
    public static bool IsMessage(JsonElement part) =>
        part.Get("part_type").Text() is "comment" or "note" or "quick_reply" || part.Get("body").Text() is not null;

    /// <summary>Who wrote: Intercom's own assistant and every bot is nobody's answer, also where it speaks in an agent's name.</summary>
    public static Actor? By(JsonElement author)
    {
        if (author.Get("from_ai_agent").Flag() == true || author.Get("is_ai_answer").Flag() == true) return Actor.System;

        return author.Get("type").Text() switch
        {
            "admin" or "team" => Actor.Agent,
            "user" or "lead" or "contact" => Actor.Customer,
            "bot" => Actor.System,
            _ => null,
        };
    }

    /// <summary>Who wrote, in the words in which the requester is told.</summary>
    public static TicketChange Written(Translator translator, JsonElement author, Actor by)
    {
        // An agent who writes as a contact, in another's conversation, is still one where the connection says who its agents are.
        var actor = by == Actor.Customer && translator.Vocabulary.IsStaff(author.Get("id").Text(), author.Get("email").Text())
            ? Actor.Agent
            : by;
        return new()
        {
            By = actor,
            Author = author.Get("id").Text(),
            Agent = actor == Actor.Agent ? Agent(translator, author) : null,
        };
    }

    /// <summary>An agent by the number, where the connection knows it, and else by the address.</summary>
    private static string? Agent(Translator translator, JsonElement person) =>
        person.Get("id").Text() is { } id && translator.Vocabulary.Agents.ContainsKey(id)
            ? id
            : person.Get("email").Text() ?? person.Get("id").Text();

    private static IReadOnlyList<string>? Requesters(JsonElement item)
    {
        var names = new List<string?>();
        foreach (var person in item.Get("contacts", "contacts").Items().Append(item.Get("user")).Append(Opening(item).Get("author")))
        {
            if (By(person) != Actor.Customer) continue;
            names.Add(person.Get("id").Text());
            names.Add(person.Get("email").Text());
        }

        return Translator.Names([.. names]);
    }
}
