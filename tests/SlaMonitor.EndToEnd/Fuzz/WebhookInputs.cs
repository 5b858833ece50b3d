using System.Text;
using SlaMonitor.Webhooks.Tests.Fuzz;
using SlaMonitor.Webhooks.Tests.Harness;
using SlaMonitor.Webhooks.Tests.Stories;

namespace SlaMonitor.EndToEnd.Fuzz;

/// <summary>What helpdesks of every kind send, broken and yet signed; and what somebody sends who cannot sign.</summary>
internal static class WebhookInputs
{
    /// <summary>How each kind writes the ticket of its samples, and how it would write another.</summary>
    private static readonly Dictionary<string, Func<string, int, string>> Tickets = new(StringComparer.Ordinal)
    {
        ["chatwoot"] = (text, ticket) =>
            text.Replace("\"id\":42,\"inbox_id\"", $"\"id\":{ticket},\"inbox_id\"", StringComparison.Ordinal),
        ["frappe"] = (text, ticket) => text.Replace("\"ticket\": \"321\"", $"\"ticket\": \"{ticket}\"", StringComparison.Ordinal)
            .Replace("\"ticket\": 321", $"\"ticket\": {ticket}", StringComparison.Ordinal),
        ["freshdesk"] = (text, ticket) => text.Replace("\"ticket_id\": \"11\"", $"\"ticket_id\": \"{ticket}\"", StringComparison.Ordinal),
        ["github"] = (text, ticket) => text.Replace("\"number\":42", $"\"number\":{ticket}", StringComparison.Ordinal),
        ["glpi"] = (text, ticket) => text.Replace("\"id\":77,", $"\"id\":{ticket},", StringComparison.Ordinal),
        ["hubspot"] = (text, ticket) => text.Replace("24681357", $"{ticket}", StringComparison.Ordinal),
        ["intercom"] = (text, ticket) => text.Replace("215470000000042", $"{ticket}", StringComparison.Ordinal),
        ["jira"] = (text, ticket) => text.Replace("\"10000\"", $"\"{ticket}\"", StringComparison.Ordinal),
        ["servicenow"] = (text, ticket) =>
            text.Replace("a1b2c3d4e5f60718293a4b5c6d7e8f90", $"a1b2c3d4e5f60718293a4b{ticket:x10}", StringComparison.Ordinal),
        ["standard-webhooks"] = (text, ticket) => text.Replace("5158", $"{ticket}", StringComparison.Ordinal),
        ["zammad"] = (text, ticket) => text.Replace("\"ticket\":{\"id\":81", $"\"ticket\":{{\"id\":{ticket}", StringComparison.Ordinal),
        ["zendesk"] = (text, ticket) => text.Replace("5158", $"{ticket}", StringComparison.Ordinal),
    };

    private static readonly IReadOnlyList<(string Name, string Text)> Bodies =
        [.. HelpdeskSamples.All.Select(sample => (sample, Encoding.UTF8.GetString(HelpdeskSamples.Read(sample))))];

    public static FuzzInput Make(Draw draw)
    {
        var (sample, text) = draw.From(Bodies);
        var kind = HelpdeskSamples.KindOf(sample);
        var body = Encoding.UTF8.GetBytes(Tickets[kind](text, draw.TicketNumber()));
        if (!draw.OneIn(4)) body = new Mutator(draw.Next(int.MaxValue)).Mutate(body);

        using var signed = Story.Send(kind, body, draw.Now);
        var headers = signed.Headers.Select(header => (header.Key, Value: string.Join(',', header.Value))).ToList();
        var contentType = HelpdeskSamples.Request(sample).ContentType ?? "application/json";
        var target = $"/api/webhooks/{kind}";
        switch (draw.Next(16))
        {
            case 0:
                headers = [.. headers.Select(header => (header.Key, draw.Usually(header.Value, 2)))];
                break;
            case 1:
                headers.RemoveAt(draw.Next(headers.Count));
                break;
            case 2:
                body = [.. body, (byte)draw.Next(256)];
                break;
            case 3:
                target = $"/api/webhooks/{draw.From([.. Tickets.Keys])}";
                break;
            case 4:
                target += $"?dryRun={Uri.EscapeDataString(draw.Usually("true", 4))}";
                break;
        }

        return RequestBytes.Input(draw, "webhooks", "POST", target, [("Content-Type", draw.Usually(contentType, 20)), .. headers], body);
    }
}
