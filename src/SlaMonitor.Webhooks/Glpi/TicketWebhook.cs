using System.Text.Json;
using NodaTime;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Glpi;

/// <summary>A ticket was made, changed or deleted. It comes as it stands; what it was before is not told.</summary>
internal static class TicketWebhook
{
    public static void Translate(Translator translator)
    {
        var item = translator.Body.Get("item");
        var happened = translator.Body.Get("event").Text()?.ToLowerInvariant() ?? string.Empty;
        var ticket = item.Get("id").Text();
        var id = translator.Fingerprint();
        switch (happened)
        {
            case "new":
                translator.Add(
                    ticket, id, translator.Time(item.Get("date")) ?? translator.Time(item.Get("date_creation")), TicketEventType.Created,
                    happened, State(translator, item));
                break;
            case "update":
                var state = State(translator, item);
                translator.Add(
                    ticket, id, UpdatedAt(translator, item, state.Status), Happening.Of(state.Status, wasDone: false), happened, state);
                break;
            case "delete" or "purge":
                translator.Add(
                    ticket, id, translator.Time(item.Get("date_mod")) ?? translator.Now, TicketEventType.Deleted, happened,
                    TicketChange.None);
                break;
            default:
                translator.AddUnknown(ticket, id, translator.Time(item.Get("date_mod")), happened);
                break;
        }
    }

    private static Instant? UpdatedAt(Translator translator, JsonElement item, TicketStatus? status)
    {
        var settled = status switch
        {
            TicketStatus.Resolved => translator.Time(item.Get("date_solve")),
            TicketStatus.Closed => translator.Time(item.Get("date_close")),
            _ => null,
        };
        return settled ?? translator.Time(item.Get("date_mod"));
    }

    private static TicketChange State(Translator translator, JsonElement item) => new()
    {
        Status = translator.Status(item.Get("status", "id").Text() ?? item.Get("status").Text()),
        Priority = translator.Priority(item.Get("priority").Text()),
        Title = item.Get("name").Text(),
        Customer = item.Get("entity", "name").Text(),
        Category = item.Get("category", "name").Text(),
        Group = Member(item, "Group"),
        Assignee = Member(item, "User"),
    };

    /// <summary>The first of the team who has the ticket: a user or a group. A team without one says that nobody has.</summary>
    private static string? Member(JsonElement item, string type)
    {
        if (item.Get("team").ValueKind != JsonValueKind.Array) return null;

        var assigned = item.Get("team")
            .Items()
            .FirstOrDefault(member => member.Get("role").Text() == "assigned" && member.Get("type").Text() == type);
        return assigned.Get("name").Text() ?? assigned.Get("id").Text() ?? string.Empty;
    }
}
