using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SlaMonitor.Benchmarks.Load;

/// <summary>The requests of the load: a new ticket of eight fields, and news of a ticket.</summary>
internal static class LoadEvents
{
    /// <summary>What the monitor's clock shows at its start.</summary>
    public static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 8, 0);

    /// <summary>The connection of the signed webhooks, and its secret.</summary>
    public const string Connection = "load";
    public const string Secret = "whsec_" + Base64Key;

    private const string Base64Key = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static readonly byte[] Key = Convert.FromBase64String(Base64Key);

    /// <summary>One event as a webhook that is signed as Standard Webhooks says.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="number">Which event of the ticket, from 0, which creates it.</param>
    /// <param name="now">When it is sent.</param>
    public static byte[] Signed(string ticket, int number, Instant now)
    {
        var (body, id, stamp) = (Event(ticket, number), $"{ticket}-{number}", now.ToUnixTimeSeconds());
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes($"{id}.{stamp}.{body}")));
        return Request(
            "application/cloudevents+json", body, $"/api/webhooks/{Connection}",
            $"webhook-id: {id}\r\nwebhook-timestamp: {stamp}\r\nwebhook-signature: v1,{signature}\r\n");
    }

    /// <summary>One event as a whole HTTP request.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="number">Which event of the ticket, from 0, which creates it.</param>
    public static byte[] Request(string ticket, int number) => Request("application/cloudevents+json", Event(ticket, number));

    /// <summary>A stretch of a ticket's events in one request.</summary>
    public static byte[] Batch(string ticket, int first, int count) => Request(
        "application/cloudevents-batch+json", $"[{string.Join(',', Enumerable.Range(first, count).Select(n => Event(ticket, n)))}]");

    /// <summary>A new ticket with an assignee.</summary>
    public static byte[] Created(string ticket, Instant at, string priority, string assignee) => Request(
        "application/cloudevents+json",
        $$"""
        {"specversion":"1.0","id":"{{ticket}}","source":"/load","type":"ticket.created","subject":"{{ticket}}","time":"{{at}}",
        "data":{"status":"new","priority":"{{priority}}","title":"The printer does not print","customer":"acme","assignee":"{{assignee}}"}
        }
        """);

    /// <summary>The resolution of a ticket.</summary>
    public static byte[] Resolved(string ticket, Instant at) => Request(
        "application/cloudevents+json",
        $$"""
        {"specversion":"1.0","id":"{{ticket}}-resolved","source":"/load","type":"ticket.resolved","subject":"{{ticket}}","time":"{{at}}",
        "data":{"by":"agent","agent":"anna@example.com"}
        }
        """);

    private static string Event(string ticket, int number)
    {
        var time = (Start - Duration.FromHours(1) + Duration.FromMilliseconds(number)).ToString("uuuu-MM-dd'T'HH:mm:ss.fff'Z'", null);
        var (type, data) = number == 0
            ? ("created", """
                {"status":"new","priority":"normal","title":"The printer on the second floor does not print",
                "customer":"acme","category":"hardware","group":"desk","tags":["printer","floor-2"],"requester":"r-17"}
                """)
            : ("updated", $$"""{"status":"{{(number % 2 == 0 ? "pending" : "open")}}","priority":"normal","group":"desk","by":"agent"}""");
        return $$"""
            {"specversion":"1.0","id":"{{ticket}}-{{number}}","source":"/load","type":"ticket.{{type}}","subject":"{{ticket}}",
            "time":"{{time}}","data":{{data}}}
            """;
    }

    private static byte[] Request(
        string contentType, string body, string path = "/api/events", string headers = "") => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {contentType}\r\n{headers}"
        + $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"));
}
