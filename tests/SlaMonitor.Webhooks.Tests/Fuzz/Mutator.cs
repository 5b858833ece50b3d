using System.Text;
using System.Text.Json.Nodes;

namespace SlaMonitor.Webhooks.Tests.Fuzz;

/// <summary>
/// Breaks a payload in the ways that payloads break: structure, types, sizes, encodings. The same seed breaks it the same way.
/// </summary>
internal sealed class Mutator(int seed)
{
    private static readonly string[] Words =
    [
        "", " ", "0", "-1", "null", "true", "9223372036854775808", "1e400", "12:00", "2026-13-45T99:99:99Z", "9999-12-31T23:59:59.9999999Z",
        "0001-01-01 00:00:00", "1969-12-31T23:59:59Z", "2026-05-04 09:00:00", "\0", "\u0001\u0002", "a\r\nb", "\u202Eright to left",
        "javascript:alert(1)", "https://example.com/x", "{\"a\":1}", "{status:{from:2,to:3}}", "{{{{", "../../etc", "%00%2e", "\uFEFF",
        "\U0001F600", "zen:event-type:ticket.created", "created", "deleted", "closed", "jira:issue_created",
    ];

    private readonly Random _random = new(seed);

    public byte[] Mutate(byte[] original)
    {
        var body = original;
        for (var times = 1 + _random.Next(3); times > 0; times--) body = _random.Next(10) < 7 ? Structure(body) : Bytes(body);
        return body;
    }

    private byte[] Structure(byte[] body)
    {
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(body);
            var places = new List<(JsonNode Parent, string? Name, int Index)>();
            Collect(root, places);
            if (places.Count == 0) return Bytes(body);

            var (parent, name, index) = places[_random.Next(places.Count)];
            var present = name is null ? parent[index] : parent[name];
            if (_random.Next(5) == 0)
            {
                if (name is null) parent.AsArray().RemoveAt(index);
                else parent.AsObject().Remove(name);
            }
            else if (name is null)
            {
                parent[index] = Value(present);
            }
            else
            {
                parent[name] = Value(present);
            }

            return Encoding.UTF8.GetBytes(root!.ToJsonString());
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or InvalidOperationException or ArgumentException)
        {
            return Bytes(body); // broken already
        }
    }

    private JsonNode? Value(JsonNode? present) => _random.Next(10) switch
    {
        0 => null,
        1 => JsonValue.Create(_random.Next(2) == 0),
        2 => JsonValue.Create(_random.NextInt64(long.MinValue, long.MaxValue)),
        3 => JsonValue.Create(_random.NextDouble() * 1e300),
        4 => new JsonArray(present?.DeepClone()),
        5 => new JsonObject { ["value"] = present?.DeepClone() },
        6 =>
            JsonValue.Create(new string((char)('a' + _random.Next(26)), _random.Next(4) switch { 0 => 255, 1 => 257, 2 => 5000, _ => 40 })),
        7 => Deep(_random.Next(2) == 0 ? 30 : 70),
        _ => JsonValue.Create(Words[_random.Next(Words.Length)]),
    };

    private byte[] Bytes(byte[] body)
    {
        if (body.Length == 0) return body;

        var at = _random.Next(body.Length);
        switch (_random.Next(8))
        {
            case 0:
                return body[..at];
            case 1:
                return [.. body[..at], (byte)_random.Next(256), .. body[at..]];
            case 2:
                return [.. body[..at], .. "\\ud800"u8, .. body[at..]];
            case 3:
                return [.. body[..at], 0xC3, 0x28, .. body[at..]];
            case 4:
                return Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(body));
            case 5:
                return [0xEF, 0xBB, 0xBF, .. body];
            case 6:
                return [.. body, .. body];
            default:
                var changed = (byte[])body.Clone();
                changed[at] = (byte)_random.Next(256);
                return changed;
        }
    }

    private static JsonNode Deep(int levels)
    {
        JsonNode node = new JsonArray();
        for (var i = 0; i < levels; i++) node = new JsonArray(node);
        return node;
    }

    private static void Collect(JsonNode? node, List<(JsonNode, string?, int)> places)
    {
        if (node is JsonObject map)
        {
            foreach (var (name, value) in map)
            {
                places.Add((map, name, 0));
                Collect(value, places);
            }
        }
        else if (node is JsonArray list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                places.Add((list, null, i));
                Collect(list[i], places);
            }
        }
    }
}
