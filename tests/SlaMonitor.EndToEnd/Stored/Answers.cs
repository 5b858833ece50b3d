using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SlaMonitor.Harness;

namespace SlaMonitor.EndToEnd.Stored;

/// <summary>What the program answers about its tickets, and whether it still answers what it once did.</summary>
internal static class Answers
{
    /// <summary>Sentences, which may be put better at any time.</summary>
    private static readonly string[] Prose = ["agreementReason", "why"];

    /// <summary>Every ticket as the API shows it, without prose.</summary>
    public static async Task<JsonObject> OfTicketsAsync(MonitorProcess monitor, IEnumerable<string> tickets)
    {
        var answers = new JsonObject();
        foreach (var id in tickets)
        {
            var ticket = await monitor.TicketAsync(id);
            DropProse(ticket);
            answers[id] = ticket;
        }

        return answers;
    }

    /// <summary>How many messages wait, and how many were given up.</summary>
    public static async Task<JsonNode> OfQueueAsync(MonitorProcess monitor)
    {
        // The stories have a mail server that fails, so the answer may well be 503.
        using var health = await monitor.Http.GetAsync("/api/health");
        return (await health.Content.ReadFromJsonAsync<JsonNode>())!["queue"]!.DeepClone();
    }

    /// <summary>What was said then and is not said any more. More may be said now.</summary>
    public static IReadOnlyList<string> Missing(JsonNode? then, JsonNode? now, string place = "")
    {
        switch (then, now)
        {
            case (JsonObject was, JsonObject @is):
                return [.. was.SelectMany(property => Missing(property.Value, @is[property.Key], $"{place}/{property.Key}"))];
            case (JsonArray was, JsonArray @is) when was.Count == @is.Count:
                return [.. was.Zip(@is).SelectMany((pair, index) => Missing(pair.First, pair.Second, $"{place}/{index}"))];
            default:
                return JsonNode.DeepEquals(then, now)
                    ? []
                    : [$"{place} was {then?.ToJsonString() ?? "nothing"} and is {now?.ToJsonString() ?? "nothing"}"];
        }
    }

    private static void DropProse(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array) DropProse(item);
        }
        else if (node is JsonObject properties)
        {
            foreach (var name in Prose) properties.Remove(name);
            foreach (var (_, value) in properties) DropProse(value);
        }
    }
}
