using System.Text.Json;
using NodaTime;
using SlaMonitor.CloudEvents;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Frappe;

/// <summary>A ticket was made, saved, given to somebody or deleted. It comes as it stands; what it was before is not told.</summary>
internal static class TicketWebhook
{
    public static void Translate(Translator translator, string happened)
    {
        var body = translator.Body;
        var ticket = body.Get("ticket").Text();
        var modified = translator.Time(body.Get("modified"));
        var state = State(translator, body);
        switch (happened)
        {
            case "created":
                var change = state.Status == TicketStatus.Open ? state with { Status = TicketStatus.New } : state;
                translator.Add(ticket, $"created:{ticket}", state.CreatedAt, TicketEventType.Created, happened, change);
                break;
            case "updated" when IsMerged(body):
                translator.Add(ticket, $"merged:{ticket}", modified, TicketEventType.Merged, "merged", Origin(translator, body));
                break;
            case "updated":
                translator.Add(
                    ticket, $"state:{ticket}:{Translator.Stamp(modified)}", modified, Happening.Of(state.Status, wasDone: false), happened,
                    state);
                AddRating(translator, ticket, modified);
                break;
            case "assigned":
                // Whom a ticket was given to is no change of the ticket's own: it does not save it.
                var given = Origin(translator, body) with { Assignee = body.Get("assigned_to").TextOrCleared() };
                translator.Add(
                    ticket, $"assigned:{body.Get("assignment").Text()}", translator.Time(body.Get("created")), TicketEventType.Updated,
                    happened, given);
                break;
            case "deleted":
                translator.Add(ticket, $"deleted:{ticket}", modified, TicketEventType.Deleted, happened, Origin(translator, body));
                break;
            default:
                translator.AddUnknown(ticket, translator.Fingerprint(), modified, happened);
                break;
        }
    }

    /// <summary>When the ticket was created, and who asked.</summary>
    public static TicketChange Origin(Translator translator, JsonElement body) => new()
    {
        CreatedAt = translator.Time(body.Get("ticket_created")),
        Requesters = Translator.Names(body.Get("raised_by").Text()),
    };

    private static TicketChange State(Translator translator, JsonElement body) => Origin(translator, body) with
    {
        Status = Status(translator, body.Get("status").Text(), body.Get("status_category").Text()),
        Priority = translator.Priority(body.Get("priority").Text()),
        Title = body.Get("subject").Text(),
        Url = EventRules.Link(body.Get("url").Text()),
        Customer = body.Get("customer").Text(),
        Category = body.Get("type").Text(),
        Group = body.Get("team").TextOrCleared(),
        Assignee = Assignee(body.Get("assigned")),
    };

    /// <summary>A status of the installation's own has one of Frappe's categories.</summary>
    private static TicketStatus? Status(Translator translator, string? word, string? category)
    {
        if (word is null || translator.Vocabulary.Statuses.ContainsKey(word)) return translator.Status(word);

        return category?.ToLowerInvariant() switch
        {
            "open" => TicketStatus.Open,
            "paused" => TicketStatus.Pending,
            "resolved" => TicketStatus.Resolved,
            _ => translator.Status(word),
        };
    }

    /// <summary>Frappe keeps whom a document is assigned to as the text of a list: <c>["sam@example.com"]</c>.</summary>
    private static string? Assignee(JsonElement assigned)
    {
        if (assigned.ValueKind == JsonValueKind.Array) return assigned.Items().FirstOrDefault().Text() ?? string.Empty;

        var text = assigned.TextOrCleared();
        return text?.Trim('[', ']').Split(',')[0].Trim(' ', '"');
    }

    private static bool IsMerged(JsonElement body) => body.Get("merged_with").Text() is not (null or "0");

    /// <summary>Frappe keeps stars as a share of one.</summary>
    private static void AddRating(Translator translator, string? ticket, Instant? modified)
    {
        var given = translator.Body.Get("rating");
        if (given.ValueKind != JsonValueKind.Number || !given.TryGetDouble(out var share) || share is <= 0 or > 1) return;

        var stars = Math.Max(1, (int)Math.Round(share * 5, MidpointRounding.AwayFromZero));
        translator.Add(
            ticket, $"rating:{ticket}:{stars}", modified, TicketEventType.Rated, "rated", new TicketChange { Rating = stars });
    }
}
