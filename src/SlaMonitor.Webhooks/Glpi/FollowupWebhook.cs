using System.Text.Json;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Glpi;

/// <summary>
/// Somebody wrote a followup. The ticket comes beside it as <c>parent_item</c>; its requesters are the customer's side,
/// everybody else is staff.
/// </summary>
internal static class FollowupWebhook
{
    public static void Translate(Translator translator)
    {
        var item = translator.Body.Get("item");
        var happened = translator.Body.Get("event").Text()?.ToLowerInvariant() ?? string.Empty;
        if (item.Get("itemtype").Text() is not ("Ticket" or null))
        {
            translator.Ignore("It is not about a ticket.");
            return;
        }

        var ticket = item.Get("items_id").Text();
        var time = translator.Time(item.Get("date")) ?? translator.Time(item.Get("date_creation"));
        if (happened != "new" || !item.Get("is_private").HasValue())
        {
            // A followup that was changed says nothing new; and tasks, solutions and approvals are no messages.
            translator.AddUnknown(ticket, translator.Fingerprint(), time, $"followup {happened}");
            return;
        }

        var author = item.Get("user", "name").Text() ?? item.Get("user", "id").Text();
        var by = By(translator, item.Get("user"), author);
        translator.Add(
            ticket,
            item.Get("id").Text() is { } id ? $"followup:{id}" : translator.Fingerprint(),
            time,
            TicketEventType.Replied,
            "followup",
            new TicketChange { By = by, Public = item.Get("is_private").Flag() == false, Agent = by == Actor.Agent ? author : null });
    }

    private static Actor? By(Translator translator, JsonElement user, string? author)
    {
        if (author is null) return translator.UnknownAuthor(null);
        if (translator.Vocabulary.IsStaff(author, user.Get("id").Text())) return Actor.Agent;

        var parent = translator.Body.Get("parent_item");
        var requesters = parent.Get("team")
            .Items()
            .Where(member => member.Get("role").Text() == "requester")
            .Append(parent.Get("user_recipient"))
            .ToList();
        if (requesters.Any(requester => requester.Get("id").Text() is { } id && id == user.Get("id").Text())) return Actor.Customer;

        return parent.ValueKind == JsonValueKind.Object ? Actor.Agent : translator.UnknownAuthor(author);
    }
}
