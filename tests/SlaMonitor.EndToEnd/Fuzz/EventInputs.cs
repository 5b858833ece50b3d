using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SlaMonitor.Webhooks.Tests.Fuzz;

namespace SlaMonitor.EndToEnd.Fuzz;

/// <summary>CloudEvents in all three modes, right, half right and wrong.</summary>
internal static class EventInputs
{
    private const string Door = "events";
    private const string Target = "/api/events";

    private static readonly string[] Types =
        ["created", "updated", "replied", "resolved", "closed", "reopened", "rated", "merged", "deleted", "snoozed"];

    private static readonly string[] Statuses = ["new", "open", "pending", "onHold", "resolved", "closed"];

    public static FuzzInput Make(Draw draw) => draw.Next(10) switch
    {
        < 5 => Structured(draw),
        < 8 => Batch(draw),
        _ => Binary(draw),
    };

    private static FuzzInput Structured(Draw draw) => Input(
        draw, "application/cloudevents+json", Mutated(draw, draw.OneIn(200) ? Huge(draw) : Utf8(Event(draw, 0))));

    private static FuzzInput Batch(Draw draw)
    {
        var count = draw.OneIn(500) ? 1 + draw.Next(3_000) : draw.Next(8);
        var events = new JsonArray([.. Enumerable.Range(0, count).Select(place => Event(draw, place))]);
        return Input(draw, "application/cloudevents-batch+json", Mutated(draw, Utf8(events)));
    }

    private static FuzzInput Binary(Draw draw)
    {
        var whole = Event(draw, 0);
        var data = whole["data"]!;
        whole.Remove("data");
        return RequestBytes.Input(
            draw,
            Door,
            "POST",
            Target,
            [
                ("Content-Type", draw.Usually("application/json")),
                .. whole.Select(attribute => ($"ce-{attribute.Key}", draw.Usually(Uri.EscapeDataString(attribute.Value!.ToString()), 20))),
            ],
            Mutated(draw, Utf8(data)));
    }

    private static FuzzInput Input(Draw draw, string contentType, byte[] body) => RequestBytes.Input(
        draw, Door, "POST", Target, [("Content-Type", draw.Usually(contentType + draw.From(["", "; charset=utf-8"]), 20))], body);

    private static byte[] Mutated(Draw draw, byte[] body) => draw.OneIn(3) ? new Mutator(draw.Next(int.MaxValue)).Mutate(body) : body;

    private static JsonObject Event(Draw draw, int place) => new()
    {
        ["specversion"] = draw.Usually("1.0", 50),
        ["id"] = draw.Usually($"{draw.Index}-{place}", 20),
        ["source"] = draw.Usually("/fuzz", 20),
        ["type"] = draw.Usually($"ticket.{draw.From(Types)}", 20),
        ["subject"] = draw.Usually(draw.Ticket(), 10),
        ["time"] = draw.Usually((draw.Now - Duration.FromSeconds(draw.Next(600))).ToString(), 20),
        ["data"] = Data(draw),
    };

    private static JsonObject Data(Draw draw)
    {
        var data = new JsonObject();
        Maybe("status", () => draw.Usually(draw.From(Statuses), 20));
        Maybe("priority", () => draw.Usually(draw.From(["low", "normal", "high", "urgent"]), 20));
        Maybe("emergency", () => draw.OneIn(2));
        Maybe("title", () => draw.Usually("Printer on fire", 2));
        Maybe("url", () => draw.Usually("https://helpdesk.example.com/1", 10));
        Maybe("customer", () => draw.Usually("Acme", 3));
        Maybe("category", () => draw.Usually("Incident", 3));
        Maybe("tags", () => new JsonArray([.. Enumerable.Range(0, draw.Next(4)).Select(_ => JsonValue.Create(draw.Usually("tag", 2)))]));
        Maybe("group", () => draw.Usually("support@example.com", 3));
        Maybe("assignee", () => draw.Usually($"agent-{draw.Next(50)}@example.com", 3));
        Maybe("by", () => draw.Usually(draw.From(["agent", "customer", "system"]), 20));
        Maybe("agent", () => draw.Usually("ann", 3));
        Maybe("public", () => draw.OneIn(2));
        Maybe("rating", () => draw.Next(7));
        Maybe("createdAt", () => draw.Usually((draw.Now - Duration.FromMinutes(draw.Next(100_000))).ToString()));
        Maybe("requester", () => draw.Usually("casey@example.org", 3));
        Maybe("fields", () => new JsonObject { [draw.Usually("site", 3)] = draw.Strange() });
        return data;

        void Maybe(string name, Func<JsonNode?> value)
        {
            if (draw.OneIn(3)) data[name] = value();
        }
    }

    /// <summary>Up to what a request may have, and over it: in depth, in length, in number.</summary>
    private static byte[] Huge(Draw draw)
    {
        var size = 1 + draw.Next(1_200_000);
        var whole = Event(draw, 0);
        var data = whole["data"]!.AsObject();
        switch (draw.Next(5))
        {
            case 0:
                data["title"] = new string('x', size);
                break;
            case 1:
                data["tags"] = new JsonArray([.. Enumerable.Range(0, size / 10).Select(number => JsonValue.Create($"t{number}"))]);
                break;
            case 2:
                var fields = new JsonObject();
                for (var number = 0; number < size / 20; number++) fields[$"f{number}"] = "value";
                data["fields"] = fields;
                break;
            case 3:
                return [.. Encoding.ASCII.GetBytes(new string('[', size / 2)), .. Encoding.ASCII.GetBytes(new string(']', size / 2))];
            default:
                whole["subject"] = new string('s', size);
                break;
        }

        return Utf8(whole);
    }

    private static byte[] Utf8(JsonNode node) => JsonSerializer.SerializeToUtf8Bytes(node);
}
