using System.Text.Json.Nodes;
using SlaMonitor.Webhooks.Tests.Harness;
using static SlaMonitor.Webhooks.Tests.Stories.Edit;
using static SlaMonitor.Webhooks.Tests.Stories.Plot;

namespace SlaMonitor.Webhooks.Tests.Stories;

/// <summary>The story as those tell it to whom a ticket is a conversation.</summary>
internal static class ConversationStories
{
    public static Story Intercom()
    {
        var number = 0;
        return new("intercom", "intercom", "intercom:215470000000042",
        [
            Of("user.created", Created),
            Of("operator.replied", Created + Duration.FromSeconds(4)), // a bot's answer is none
            Of("admin.noted", Noted),
            Of("admin.replied", Answered),
            Of("admin.assigned", Answered), // the same part under another topic
            Of("admin.snoozed", Waiting),
            Of("user.replied", CustomerBack),
            High("priority.updated", Raised),
            High("admin.closed", Solved),
            High("admin.opened", Reopened),
            High("admin.closed", SolvedAgain),
        ]);

        string High(string topic, Instant time) => Of(topic, time, ("data.item.priority", "priority"));

        string Of(string topic, Instant time, params (string, JsonNode?)[] values)
        {
            var sample = $"intercom/conversation.{topic}.json";
            var parts = JsonNode.Parse(HelpdeskSamples.Read(sample))!["data"]!["item"]!["conversation_parts"]!["conversation_parts"]!;
            if (parts.AsArray() is [{ } part])
            {
                part["created_at"] = time.ToUnixTimeSeconds();
                if (topic != "admin.assigned") number++;
                part["id"] = $"{37350000000 + number}";
            }

            return Sample(
                sample,
                [
                    ("id", $"notif_{number}_{topic}"), ("created_at", time.ToUnixTimeSeconds() + 1),
                    ("data.item.created_at", Created.ToUnixTimeSeconds()), ("data.item.updated_at", time.ToUnixTimeSeconds()),
                    ("data.item.conversation_parts.conversation_parts", parts), .. values,
                ]);
        }
    }

    public static Story Chatwoot()
    {
        var number = 1000;
        return new("chatwoot", "chatwoot", "chatwoot:42",
        [
            Conversation("conversation_created", Created),
            Message("opening", Created),
            Message("greeting", Created),
            Message("private_note", Noted),
            Message("agent", Answered),
            Message("bot", Answered + Duration.FromMinutes(1)), // neither answers the customer again
            Message("rule", Answered + Duration.FromMinutes(1)),
            Conversation("conversation_status_changed.snoozed", Waiting),
            Message("customer", CustomerBack), // which opens it
            High("conversation_updated.priority", Raised),
            High("conversation_status_changed.resolved", Solved),
            High("conversation_status_changed.open", Reopened),
            High("conversation_status_changed.resolved", SolvedAgain),
        ]);

        string High(string sample, Instant time) => Conversation(sample, time, ("priority", "high"));

        string Conversation(string sample, Instant time, params (string, JsonNode?)[] values) =>
            Sample($"chatwoot/{sample}.json", [("created_at", Created.ToUnixTimeSeconds()), ("updated_at", Exact(time)), .. values]);

        string Message(string who, Instant time) => Sample(
            $"chatwoot/message_created.{who}.json",
            ("id", ++number), ("created_at", Iso(time)), ("conversation.created_at", Created.ToUnixTimeSeconds()),
            ("conversation.updated_at", Exact(time)));

        static JsonNode Exact(Instant time) => JsonNode.Parse($"{time.ToUnixTimeSeconds()}.0")!;
    }

    public static Story HubSpot()
    {
        var number = 0;
        return new("hubspot", "hubspot", "hubspot:24681357",
        [
            List(
                Of("ticket.creation", Created), Change("hs_pipeline_stage", "1", Created),
                Change("hs_ticket_priority", "MEDIUM", Created)),
            List(Change("createdate", $"{Created.ToUnixTimeMilliseconds()}", Created)),
            List(Change("hs_first_agent_message_sent_at", $"{Answered.ToUnixTimeMilliseconds()}", Answered + Duration.FromSeconds(3))),
            List(Change("hs_pipeline_stage", "2", Waiting)),
            List(
                Change("hs_last_message_received_at", Iso(CustomerBack), CustomerBack + Duration.FromSeconds(3)),
                Change("hs_pipeline_stage", "3", CustomerBack)),
            List(Change("hs_ticket_priority", "HIGH", Raised)),
            List(Change("hs_pipeline_stage", "4", Solved)),
            List(Change("hs_pipeline_stage", "3", Reopened)),
            List(Change("hs_pipeline_stage", "4", SolvedAgain)),
        ]);

        static string List(params JsonNode[] news) => new JsonArray(news).ToJsonString();

        JsonObject Change(string property, string value, Instant time)
        {
            var change = Of("ticket.propertyChange", time);
            (change["propertyName"], change["propertyValue"]) = (property, value);
            return change;
        }

        JsonObject Of(string type, Instant time)
        {
            var news = JsonNode.Parse(HelpdeskSamples.Read("hubspot/creation.json"))![0]!.DeepClone().AsObject();
            (news["eventId"], news["subscriptionType"], news["occurredAt"]) = (++number, type, time.ToUnixTimeMilliseconds());
            return news;
        }
    }
}
