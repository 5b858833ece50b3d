using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Zendesk;

/// <summary>
/// Tells a ticket of which no audits are there by the times that it has: when it was created, first answered and solved. What it is now
/// it is taken to have been from the beginning, but for its status.
/// </summary>
internal static class ZendeskTicketStory
{
    private static readonly string[] Kept = ["priority", "subject", "organization_id", "type", "tags", "group_id", "requester_id"];

    /// <summary>Tells that it came into being.</summary>
    /// <param name="ticket">Its id.</param>
    /// <param name="item">The ticket.</param>
    /// <param name="hasAudits">Whether some of its later updates are told by audits.</param>
    /// <param name="teller">Where to.</param>
    public static void TellCreation(string ticket, JsonElement item, bool hasAudits, ExportTeller teller)
    {
        teller.LeaveOut(hasAudits
            ? "a ticket whose creation is not among the audits: taken to have been as it is now, and new"
            : "a ticket without audits: its pauses, reopenings and later replies are not known");
        var detail = new JsonObject { ["id"] = ticket, ["status"] = "new", ["created_at"] = item.Get("created_at").Text() };
        foreach (var name in Kept.Where(name => item.Get(name).HasValue())) detail[name] = ZendeskBody.Copy(item.Get(name));
        teller.Tell(ticket, ZendeskBody.Of("ticket.created", $"ticket-{ticket}:0-created", item.Get("created_at").Text(), detail));
    }

    /// <summary>Tells when it was first answered and solved, as far as the export knows.</summary>
    public static void TellTimes(string ticket, JsonElement item, JsonElement metrics, ExportTeller teller)
    {
        TellReply(ticket, item, metrics, teller);
        var status = item.Get("status").Text();
        if (status is null or "new" || teller.Vocabulary.IsDeleted(status)) return;

        var solved = teller.Vocabulary.IsDone(status) ? metrics.Get("solved_at").Text() : null;
        if (solved is null) teller.LeaveOut("a status since when the export does not say: taken from the time of the last update");
        teller.Tell(
            ticket,
            ZendeskBody.Of(
                "ticket.status_changed", $"ticket-{ticket}:2-status", solved ?? item.Get("updated_at").Text(),
                new JsonObject { ["id"] = ticket, ["status"] = status }, new JsonObject { ["current"] = status }));
    }

    /// <summary>Tells that it was deleted.</summary>
    public static void TellDeletion(string ticket, JsonElement item, ExportTeller teller) => teller.Tell(
        ticket,
        ZendeskBody.Of(
            "ticket.soft_deleted", $"ticket-{ticket}:5-deleted", item.Get("updated_at").Text(), new JsonObject { ["id"] = ticket }));

    private static void TellReply(string ticket, JsonElement item, JsonElement metrics, ExportTeller teller)
    {
        var minutes = metrics.Get("reply_time_in_minutes", "calendar").Text();
        if (!long.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var after)
            || VendorTime.Read(item.Get("created_at"), teller.Vocabulary.Zone) is not { } created)
        {
            return;
        }

        teller.LeaveOut("a first reply that is known to the minute only");
        var who = new JsonObject { ["id"] = item.Get("assignee_id").Text(), ["is_staff"] = true };
        teller.Tell(
            ticket,
            ZendeskBody.Of(
                "ticket.comment_added", $"ticket-{ticket}:1-reply",
                InstantPattern.ExtendedIso.Format(created + Duration.FromMinutes(after)), new JsonObject { ["id"] = ticket },
                new JsonObject { ["comment"] = new JsonObject { ["author"] = who, ["is_public"] = true } }));
    }
}
