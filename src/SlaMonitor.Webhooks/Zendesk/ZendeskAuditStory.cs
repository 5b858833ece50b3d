using System.Text.Json.Nodes;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Zendesk;

/// <summary>Tells an update of a ticket as the webhooks would have.</summary>
internal static class ZendeskAuditStory
{
    public static void Tell(ZendeskAudit audit, ZendeskPeople people, ExportTeller teller)
    {
        if (audit.Id.Length == 0)
        {
            teller.Fail("id", "An audit without its id cannot be told from others; export the whole audit.");
            return;
        }

        for (var i = 0; i < audit.OtherFields; i++) teller.LeaveOut("a change of a field that no agreement of ours reads by an export");
        if (audit.IsCreation)
        {
            // The first comment is what the ticket asks: it comes with it, and answers nobody.
            var detail = DetailOf(audit, _ => true);
            detail["created_at"] = audit.Time;
            teller.Tell(audit.Id, ZendeskBody.Of("ticket.created", $"{audit.Id}:0-created", audit.Time, detail));
            return;
        }

        TellFields(audit, teller);
        foreach (var (number, author, isPublic) in audit.Comments) TellComment(audit, number, author, isPublic, people, teller);
    }

    private static void TellFields(ZendeskAudit audit, ExportTeller teller)
    {
        var detail = DetailOf(audit, name => name is not ("status" or "satisfaction_score"));
        if (detail.Count > 1)
            teller.Tell(audit.Id, ZendeskBody.Of("ticket.custom_field_changed", $"{audit.Id}:1-fields", audit.Time, detail));
        if (audit.Fields.TryGetValue("satisfaction_score", out var score) && score.Text() is { } satisfaction) Rate(satisfaction);
        if (!audit.Fields.TryGetValue("status", out var status)) return;

        var word = status.Text();
        var happened = audit.IsMerge && teller.Vocabulary.IsDone(word) ? "ticket.merged" : "ticket.status_changed";
        var news = new JsonObject { ["current"] = word, ["previous"] = audit.StatusBefore };
        var state = new JsonObject { ["id"] = audit.Ticket, ["status"] = word };
        teller.Tell(audit.Id, ZendeskBody.Of(happened, $"{audit.Id}:2-status", audit.Time, state, news));

        void Rate(string given)
        {
            // What is offered is no rating yet.
            if (!given.StartsWith("good", StringComparison.Ordinal) && !given.StartsWith("bad", StringComparison.Ordinal)) return;

            teller.Tell($"{audit.Id}:4-rated", new JsonObject
            {
                ["event"] = "rated",
                ["ticket_id"] = audit.Ticket,
                ["updated_at"] = audit.Time,
                ["satisfaction"] = given.StartsWith("good", StringComparison.Ordinal) ? "good" : "bad",
            });
        }
    }

    private static void TellComment(
        ZendeskAudit audit, int number, string? author, bool? isPublic, ZendeskPeople people, ExportTeller teller)
    {
        if (isPublic is null)
        {
            teller.LeaveOut("a comment of which the export does not say who sees it; ask for include=comment_events");
            return;
        }

        var who = new JsonObject { ["id"] = author, ["is_staff"] = people.IsStaff(author) };
        teller.Tell(
            audit.Id,
            ZendeskBody.Of(
                "ticket.comment_added", $"{audit.Id}:3-comment-{number}", audit.Time, new JsonObject { ["id"] = audit.Ticket },
                new JsonObject { ["comment"] = new JsonObject { ["author"] = who, ["is_public"] = isPublic } }));
    }

    private static JsonObject DetailOf(ZendeskAudit audit, Func<string, bool> takes)
    {
        var detail = new JsonObject { ["id"] = audit.Ticket };
        foreach (var (name, value) in audit.Fields.Where(field => takes(field.Key))) detail[name] = ZendeskBody.Copy(value);
        return detail;
    }
}
