using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using SlaMonitor.Monitoring.Notification.Acknowledging;
using SlaMonitor.Worker.Tests.Build;
using SlaMonitor.Worker.Tests.Host;
using SlaMonitor.Worker.Tests.Running;

namespace SlaMonitor.Worker.Tests.Doors;

/// <summary>Requests over every door, in the order in which they are sent: some find what earlier ones have stored.</summary>
internal static class RequestTable
{
    private const string Batch = "application/cloudevents-batch+json";
    private const string OfTheHost = "the host's own answer: empty in Azure, problem details on one machine";

    private static readonly byte[] TwoMebibytes = new byte[2 * 1024 * 1024];
    private static readonly byte[] Webhook = File.ReadAllBytes(AzureBuild.PathOf("tests/data/webhooks/github/issues.opened.json"));

    /// <param name="now">When the table is sent: links are good for some days.</param>
    public static IReadOnlyList<Request> At(Instant now) =>
        [.. Events(), .. Tickets(), .. OfTheRest(), .. Webhooks(), .. Acknowledgements(now)];

    private static IEnumerable<Request> Events()
    {
        var created = Event("created", 1, "09:00", """{"title":"Printer","priority":"high"}""");
        var replied = Event("replied", 2, "09:10", """{"by":"agent","public":true}""");
        var resolved = Event("resolved", 3, "10:00", """{"status":"resolved"}""");
        var unwanted = Event("updated", 8, "10:30", "{}");
        return
        [
            Send("an event", 200, created),
            Send("the same event again", 200, created),
            Send("a batch", 200, $"[{replied},{resolved}]", Batch),
            Send("an empty batch", 200, "[]", Batch),
            Send("a binary event", 200, """{"tags":["table"]}""", "application/json")
                .WithHeader("ce-specversion", "1.0").WithHeader("ce-type", "ticket.updated").WithHeader("ce-source", "/t")
                .WithHeader("ce-id", "4").WithHeader("ce-subject", "TABLE-1").WithHeader("ce-time", "2026-03-02T02:05:00Z"),
            Send("an event that nobody knows", 202, Event("snoozed", 5, "10:10", "{}")),
            Send("no JSON", 400, "{"),
            Send("an event without a ticket", 400, """{"specversion":"1.0","type":"ticket.created","source":"/t","id":"6"}"""),
            Send("a batch of which one is wrong", 400, $$"""[{{unwanted}},{"specversion":"1.0"}]""", Batch),
            Send("XML", 415, "<event/>", "text/xml"),
            Post("nothing at all", 415, "/api/events"),
            TooLarge(Post("two mebibytes", 413, "/api/events")),
            TooLarge(Post("two mebibytes in chunks", 413, "/api/events")) with { IsChunked = true },
            Send("an event without a key", 401, unwanted) with { Key = null, Difference = OfTheHost },
            Send("an event with a wrong key", 401, unwanted) with { Key = "wrong", Difference = OfTheHost },
            Send("an event with the key in the address", 200, created) with
            {
                Key = null, Target = $"/api/events?code={StandInHost.FunctionKey}",
            },
            Send("a ticket that stays open", 200, Event("created", 1, "09:00", "{}", "TABLE-2")),
            Send("a ticket with slashes in its id", 200, $"[{Slashes("created", 1, "09:00")},{Slashes("resolved", 2, "10:00")}]", Batch),
            Send("another that stays open", 200, Event("created", 1, "09:00", "{}", "acme/desk/4")),
        ];
    }

    private static IEnumerable<Request> Tickets() =>
        [
            Get("a ticket", 200, "/api/tickets/TABLE-1"),
            Get("a ticket in words", 200, "/api/tickets/TABLE-1").WithHeader("Accept", "text/plain"),
            Get("a ticket that is not there", 404, "/api/tickets/NOBODY"),
            Get("a ticket with slashes", 200, "/api/tickets/acme/desk/3"),
            Get("a ticket with escaped slashes", 200, "/api/tickets/acme%2Fdesk%2f3"),
            Get("a ticket with slashes, in words", 200, "/api/tickets/acme%2Fdesk/3").WithHeader("Accept", "text/plain"),
            Get("a ticket with slashes that is not there", 404, "/api/tickets/a%2Fb"),
            Get("all open tickets", 200, "/api/tickets?priority=normal"),
            Get("all open tickets, by an address that ends in a slash", 200, "/api/tickets/"),
            Get("tickets of a priority that is not there", 400, "/api/tickets?priority=some"),
            Get("a ticket with a blank and an accent", 404, "/api/tickets/sp%20%C3%A9"),
            Get("a ticket without a key", 401, "/api/tickets/TABLE-1") with { Key = null, Difference = OfTheHost },
        ];

    private static IEnumerable<Request> OfTheRest() =>
        [
            Get("events, which are only taken", 405, "/api/events"),
            Get("events, which are only taken, without a key", 405, "/api/events") with { Key = null },
            Of("DELETE", "a ticket, which is only shown", 405, "/api/tickets/TABLE-1"),
            Of("PROPFIND", "a ticket by a method that nobody takes", 405, "/api/tickets/TABLE-1"),
            Of("HEAD", "whether it lives, by its head", 200, "/api/health/live"),
            Of("OPTIONS", "what may be done with events", 204, "/api/events"),
            Get("a path that is not there", 404, "/api/nothing"),
            Of("OPTIONS", "what may be done with a path that is not there", 404, "/api/nothing"),
            Get("the root, which leads to the board", 302, "/") with { Key = null },
            Post("the root, which takes nothing", 405, "/"),
            Get("what lies beside the API", 404, "/tickets/TABLE-1"),
            // Not the health itself: the worker has no Service Bus here that could be written to, and says so with 503.
            Get("health in full without a key", 401, "/api/health/details") with { Key = null, Difference = OfTheHost },
            Get("whether it lives", 200, "/api/health/live") with { Key = null },
        ];

    private static IEnumerable<Request> Webhooks() =>
        [
            Signed("a webhook", 200, "/api/webhooks/code"),
            Signed("the same webhook again", 200, "/api/webhooks/code"),
            Signed("a webhook with another's signature", 401, "/api/webhooks/code", "another-secret"),
            Signed("a webhook without a signature", 401, "/api/webhooks/code", secret: null),
            Signed("a webhook of a stranger", 404, "/api/webhooks/nobody"),
            TooLarge(Signed("a webhook of two mebibytes", 413, "/api/webhooks/code")),
            Signed("what an administrator would have stored", 200, "/api/webhooks/code?dryRun=true") with { Key = WorkerSettings.AdminKey },
            Signed("what a stranger would have stored", 401, "/api/webhooks/code?dryRun=true"),
            Signed("perhaps a dry run", 400, "/api/webhooks/code?dryRun=perhaps"),
            Get("a challenge", 200, "/api/webhooks/desk?crc_token=prove-it") with { Key = null },
            Get("a challenge that could be a message", 400, "/api/webhooks/desk?crc_token=%7B%7D") with { Key = null },
            Get("a connection, to look at", 404, "/api/webhooks/code") with { Key = null },
            Get("a stranger's connection, to look at", 404, "/api/webhooks/nobody") with { Key = null },
            Reported("SendGrid's events, unsigned", "/api/webhooks/sendgrid-events"),
            Reported("SendGrid's events in other letters", "/api/webhooks/SendGrid-Events"),
        ];

    private static IEnumerable<Request> Acknowledgements(Instant now)
    {
        var link = $"/api/acknowledge/{Token(now)}";
        const string Html = "text/html";
        const string Json = "application/json";
        return
        [
            Link("GET", "a bad link", 404, "/api/acknowledge/none", Html),
            Link("GET", "a bad link, by a program", 404, "/api/acknowledge/none", Json),
            Link("HEAD", "a bad link by its head", 404, "/api/acknowledge/none", Html),
            Link("POST", "a bad link's button", 404, "/api/acknowledge/none", Html),
            Link("GET", "an old link", 410, $"/api/acknowledge/{Token(Instant.FromUtc(2026, 3, 2, 9, 0))}", Json),
            Link("GET", "a link", 200, link, Html),
            Link("POST", "the link's button", 200, link, Json),
            Link("POST", "the link's button again", 200, link, Json),
            Link("GET", "a link to a ticket with slashes", 200, $"/api/acknowledge/{Token(now, "acme/desk/4")}", Html),
            Link("POST", "the button of a ticket with slashes", 200, $"/api/acknowledge/{Token(now, "acme/desk/4")}", Json),
            Link("DELETE", "a link, which is only shown and taken", 405, link, Json),
        ];
    }

    private static Request Of(string method, string name, int status, string target) =>
        new(name, status, method, target) { Key = StandInHost.FunctionKey };

    private static Request Get(string name, int status, string target) => Of("GET", name, status, target);

    private static Request Post(string name, int status, string target) => Of("POST", name, status, target);

    private static Request Send(string name, int status, string body, string type = "application/cloudevents+json") =>
        Post(name, status, "/api/events").With(type, body);

    private static Request Reported(string name, string target) =>
        Post(name, 401, target).With("application/json", "[]") with { Key = null };

    private static Request Link(string method, string name, int status, string target, string accept) =>
        Of(method, name, status, target).WithHeader("Accept", accept) with { Key = null };

    private static Request TooLarge(Request request) => request with
    {
        Body = ("application/json", TwoMebibytes),
        Difference = "the local host refuses it before the function does, in other words",
    };

    private static Request Signed(string name, int status, string target, string? secret = WorkerSettings.Secret)
    {
        var request = Post(name, status, target).WithHeader("X-GitHub-Event", "issues") with
        {
            Key = null,
            Body = ("application/json", Webhook),
        };
        if (secret is null) return request;

        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Webhook);
        return request.WithHeader("X-Hub-Signature-256", $"sha256={Convert.ToHexStringLower(signature)}");
    }

    /// <summary>An event of a working morning in March where the agreement is at home: what was decided then stays the same.</summary>
    private static string Event(string type, int id, string time, string data, string ticket = "TABLE-1") => $$"""
        {
          "specversion": "1.0", "type": "ticket.{{type}}", "source": "/t", "id": "{{id}}", "subject": "{{ticket}}",
          "time": "2026-03-02T{{time}}:00+08:00", "data": {{data}}
        }
        """;

    private static string Slashes(string type, int id, string time) => Event(type, id, time, "{}", "acme/desk/3");

    private static string Token(Instant at, string ticket = "TABLE-2") =>
        new AcknowledgeTokens(Options.Create(new AcknowledgeOptions { Key = WorkerSettings.AcknowledgementKey }))
            .Issue(new PromiseGrant(ticket, new("response/1/14400s"), "li.wei@example.com", "a-notification"), at);
}
