using System.Text.Json;
using NodaTime;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Glpi;

/// <summary>A ticket as it stands: the item of its own webhooks, and the parent of a followup. What is not there is not said.</summary>
internal static class TicketState
{
    public static TicketChange Of(Translator translator, JsonElement item, Instant? asOf) => Origin(translator, item, asOf) with
    {
        Status = translator.Status(Word(item)),
        Priority = translator.Priority(item.Get("priority").Text()),
        Title = item.Get("name").Text(),
        Customer = item.Get("entity", "name").Text(),
        Category = item.Get("category", "name").Text(),
        Group = Assigned(item, "Group"),
        Assignee = Assigned(item, "User"),
    };

    /// <summary>When the ticket was created and who asked.</summary>
    public static TicketChange Origin(Translator translator, JsonElement item, Instant? asOf) => new()
    {
        CreatedAt = CreatedAt(translator, item, asOf),
        Requesters = Requesters(item),
    };

    /// <summary>The status as GLPI writes it; that of a ticket in the dustbin is of no account.</summary>
    public static string? Word(JsonElement item) => item.Get("status", "id").Text() ?? item.Get("status").Text();

    /// <summary>Whether the ticket lies in the dustbin.</summary>
    public static bool IsDeleted(JsonElement item) => item.Get("is_deleted").Flag() == true;

    /// <summary>
    /// Who asked: the team's requesters. Whoever wrote the ticket down is one where the team has none, for else they may be an agent who
    /// took a call.
    /// </summary>
    public static IReadOnlyList<string>? Requesters(JsonElement item)
    {
        var names = Team(item, "requester", "User").SelectMany(member => Names(member)).ToArray();
        return Translator.Names(names.Length > 0 ? names : [.. Names(item.Get("user_recipient"))]);
    }

    /// <summary>Whether a user is among those of the team who have the ticket.</summary>
    public static bool IsAssigned(JsonElement item, JsonElement user) =>
        Team(item, "assigned", "User").Any(member => member.Get("id").Text() is { } id && id == user.Get("id").Text());

    /// <summary>What somebody is known by: the id, and the login.</summary>
    public static IEnumerable<string?> Names(JsonElement person) => [person.Get("id").Text(), person.Get("name").Text()];

    /// <summary>The date of opening may be set by hand, also to later: then it is not when the ticket was created.</summary>
    private static Instant? CreatedAt(Translator translator, JsonElement item, Instant? asOf) =>
        translator.Time(item.Get("date")) is { } opened && !(opened > asOf) ? opened : translator.Time(item.Get("date_creation"));

    /// <summary>The first of the team who has the ticket: a user or a group. A team without one says that nobody has.</summary>
    private static string? Assigned(JsonElement item, string type)
    {
        if (item.Get("team").ValueKind != JsonValueKind.Array) return null;

        var assigned = Team(item, "assigned", type).FirstOrDefault();
        return assigned.Get("name").Text() ?? assigned.Get("id").Text() ?? string.Empty;
    }

    private static IEnumerable<JsonElement> Team(JsonElement item, string role, string type) =>
        item.Get("team").Items().Where(member => member.Get("role").Text() == role && (member.Get("type").Text() ?? "User") == type);
}
