using System.Text.Json;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Glpi;

/// <summary>
/// Somebody wrote a followup. The ticket comes beside it as <c>parent_item</c>, often without its team. Its requesters are the customer's
/// side, everybody else is staff.
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
        var parent = translator.Body.Get("parent_item");
        var by = By(translator, parent, item.Get("user"), author, out var othersAreAgents);

        // A followup that came along when its ticket went up in this one is older than this one.
        var state = TicketState.Of(translator, parent, time);
        translator.Add(
            ticket,
            item.Get("id").Text() is { } id ? $"followup:{id}" : translator.Fingerprint(),
            time,
            TicketEventType.Replied,
            "followup",
            state with
            {
                CreatedAt = Translator.CreationBefore(time, state.CreatedAt),
                By = by,
                Public = item.Get("is_private").Flag() == false,
                Author = item.Get("user", "id").Text() ?? author,
                OthersAreAgents = othersAreAgents,
                Agent = by == Actor.Agent ? author : null,
            });
    }

    private static Actor? By(Translator translator, JsonElement parent, JsonElement user, string? author, out bool? othersAreAgents)
    {
        othersAreAgents = null;
        if (author is null) return translator.UnknownAuthor(null);

        var requesters = TicketState.Requesters(parent);
        if (TicketState.Names(user).Any(name => Translator.IsOneOf(requesters, name))) return Actor.Customer;
        if (translator.Vocabulary.IsStaff(author, user.Get("id").Text()) || TicketState.IsAssigned(parent, user)) return Actor.Agent;
        if (Translator.IsOneOf([.. TicketState.Names(parent.Get("user_recipient")).OfType<string>()], author)) return Actor.Customer;
        if (requesters is not null) return Actor.Agent;

        // The ticket may come without its team. Whether this is the requester, only what came before can tell.
        othersAreAgents = true;
        return null;
    }
}
