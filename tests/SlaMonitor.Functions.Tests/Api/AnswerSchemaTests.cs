using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using NJsonSchema;
using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Tests.Harness;
using SlaMonitor.Mails;
using SlaMonitor.Monitoring.Notification.Acknowledging;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Tests.Api;

/// <summary>
/// What every door that answers in JSON really answers, against the schema that the description of the API has of it. What the schema does
/// not name must not be there.
/// </summary>
public sealed class AnswerSchemaTests : IAsyncLifetime
{
    private const string Secret = "a-secret-of-the-tests";

    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["Health__OperatorEmail"] = "operator@example.com",
        ["Webhooks__Connections__code__Kind"] = "github",
        ["Webhooks__Connections__code__Secret"] = Secret,
    };

    private readonly HashSet<string> _shown = [];
    private TestMonitor _monitor = null!;
    private JsonNode _document = null!;

    public async Task InitializeAsync()
    {
        var mailer = new Mock<IMailer>();
        mailer.Setup(m => m.SendAsync(It.IsAny<Mail>(), It.IsAny<CancellationToken>())).ReturnsAsync((Mail mail, CancellationToken _) =>
            mail.To.StartsWith("operator", StringComparison.Ordinal)
                ? new SendOutcome.Accepted("taken")
                : new SendOutcome.Refused("550 no such user"));
        _monitor = await TestMonitor.StartAsync(
            services => services.AddSingleton(mailer.Object), Settings, start: "2026-05-06T09:00:00+08:00");
        _document = JsonNode.Parse(await _monitor.Http.GetStringAsync("/api/openapi.json"))!;
    }

    public async Task DisposeAsync() => await _monitor.DisposeAsync();

    [Fact]
    public async Task Door_AnswersAsItsSchemaSays()
    {
        await EventsAsync();
        await ReadersAsync();
        await DeadLettersAsync();
        await HoldsAsync("POST", "/api/test-mail");
        await HoldsAsync("POST", "/api/forgotten", """{"names":["carl@example.com"]}""", "application/json");
        await HoldsAsync("GET", "/api/forgotten");
        await HoldsAsync("GET", "/api/audit");

        var inJson = DoorCatalog.All.Where(door => door.Answers.Any(answer => answer.Json is not null)).Select(door => door.Name);
        Assert.Equal(inJson, _shown.Order(StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>A problem is one of the document's too.</summary>
    [Fact]
    public async Task Problem_IsAsItsSchemaSays()
    {
        using var answer = await _monitor.Http.GetAsync("/api/tickets?unheard-of=1");

        await HoldsAsync(Strict(_document["components"]!["schemas"]!["ProblemView"]!), await answer.Content.ReadAsStringAsync());
    }

    private async Task EventsAsync()
    {
        const string Urgent = """
            {"specversion":"1.0","type":"ticket.created","source":"/s","id":"1","subject":"HD-1","data":{"title":"Printer",
             "url":"https://d.example/1", "priority":"urgent", "customer":"Acme", "group":"desk", "assignee":"li.wei@example.com",
             "requester":"carl@example.com"}}
            """;
        await HoldsAsync("POST", "/api/events", Urgent, "application/cloudevents+json");
        var unknown = Urgent.Replace("created", "snoozed", StringComparison.Ordinal);
        await HoldsAsync("POST", "/api/events", unknown, "application/cloudevents+json");
        await _monitor.AdvanceToAsync("2026-05-06T10:30:00+08:00"); // it breaks, and mails are refused
        var opened = File.ReadAllText(WorkerApi.Repository.File("tests/data/webhooks/github/issues.opened.json"));
        await HoldsAsync("POST", "/api/webhooks/code?dryRun=true", opened, "application/json", "issues");
        await HoldsAsync("POST", "/api/webhooks/code", opened, "application/json", "issues");
        await HoldsAsync("POST", "/api/webhooks/code", """{"zen":"Keep it logically awesome."}""", "application/json", "ping");
    }

    private async Task ReadersAsync()
    {
        foreach (var address in new[]
        {
            "/api/tickets", "/api/tickets/HD-1", "/api/promises", "/api/notifications", "/api/agreements",
            "/api/agreements/standard-support/versions", "/api/on-call", "/api/health", "/api/health/details", "/api/health/live",
        })
        {
            await HoldsAsync("GET", address);
        }

        await HoldsAsync(
            "POST", "/api/agreements/check",
            File.ReadAllText(WorkerApi.Repository.File("src/SlaMonitor.Functions/agreements/standard-support.yaml"))
                .Replace("within: 1h", "within: 2h", StringComparison.Ordinal),
            "application/yaml");
        var link = _monitor.Get<AcknowledgeTokens>().Issue(
            new PromiseGrant("HD-1", new("urgent-response/1/3600s"), "li.wei@example.com", "a-notification"),
            Instant.FromUtc(2026, 5, 6, 2, 0));
        await HoldsAsync("GET", $"/api/acknowledge/{link}");
        await HoldsAsync("POST", $"/api/acknowledge/{link}");
        await HoldsAsync("GET", "/api/tickets/HD-1"); // taken now
    }

    private async Task DeadLettersAsync()
    {
        var letters = (await HoldsAsync("GET", "/api/dead-letters"))["deadLetters"]!.AsArray();
        var number = ((long)letters[0]!["number"]!).ToString(CultureInfo.InvariantCulture);
        await HoldsAsync("GET", $"/api/dead-letters/{number}");
        await HoldsAsync("POST", $"/api/dead-letters/{number}");
        await HoldsAsync("POST", "/api/dead-letters");
    }

    /// <summary>Sends a request, and holds its answer against the schema of the operation.</summary>
    private async Task<JsonNode> HoldsAsync(string method, string address, string? body = null, string? type = null, string? webhook = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.Accept.ParseAdd("application/json");
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse(type!));
        if (webhook is not null)
        {
            request.Headers.Add("X-GitHub-Event", webhook);
            var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(body!));
            request.Headers.Add("X-Hub-Signature-256", $"sha256={Convert.ToHexStringLower(signature)}");
        }

        using var answer = await _monitor.Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        var door = DoorCatalog.All.First(door => door.Methods.Contains(method) && door.IsAt(address.Split('?')[0]));
        var status = ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
        var operation = _document["paths"]![door.Path]![method.ToLowerInvariant()]!;
        var schema = operation["responses"]![status]?["content"]?["application/json"]?["schema"];
        Assert.True(schema is not null, $"{method} {address} answers {status}, of which the document does not tell: {text}");

        await HoldsAsync(Strict(schema), text);
        _shown.Add(door.Name);
        return JsonNode.Parse(text)!;
    }

    private static async Task HoldsAsync(JsonNode schema, string text)
    {
        var errors = (await JsonSchema.FromJsonAsync(schema.ToJsonString())).Validate(text);
        Assert.True(errors.Count == 0, $"{string.Join('\n', errors)}\n\n{text}\n\n{schema}");
    }

    /// <summary>The schema with what it refers to in its place, which allows nothing that it does not name.</summary>
    private JsonNode Strict(JsonNode schema)
    {
        if (schema is JsonArray array) return new JsonArray([.. array.Select(one => one is null ? null : Strict(one))]);
        if (schema is not JsonObject known) return schema.DeepClone();
        if ((string?)known["$ref"] is { } reference) return Strict(_document["components"]!["schemas"]![reference.Split('/')[^1]]!);

        var strict = new JsonObject(known.Select(part => KeyValuePair.Create(part.Key, part.Value is null ? null : Strict(part.Value))));
        if (strict.ContainsKey("properties") && !strict.ContainsKey("additionalProperties")) strict["additionalProperties"] = false;
        return strict;
    }
}
