using System.Net;
using System.Text;
using System.Text.Json;

namespace SlaMonitor.Functions.Tests.Harness;

/// <summary>The whole program on a Monday at 09:00 in Shanghai, and what people ask of its board.</summary>
internal static class BoardDesk
{
    public const string Address = "/api/dashboard";

    /// <summary>Markup in a title, which no page may let through.</summary>
    public const string Hostile = "<script>alert(1)</script>";

    /// <summary>Each look reads the store, so that no test waits for what was read to grow old.</summary>
    private static readonly Dictionary<string, string?> EachLookReads = new() { ["Board__ReadEvery"] = "00:00:00" };

    /// <summary>The same, for people who have to show a key.</summary>
    public static IReadOnlyDictionary<string, string?> WithKeys { get; } =
        new Dictionary<string, string?>(EachLookReads) { ["FunctionKey"] = "the-function-key", ["AdminKey"] = "the-admin-key" };

    public static Task<TestMonitor> OpenAsync(IReadOnlyDictionary<string, string?>? settings = null) =>
        TestMonitor.StartAsync(settings: settings ?? EachLookReads, start: "2026-03-02T09:00:00+08:00");

    /// <summary>A page that is there.</summary>
    public static async Task<string> PageAsync(TestMonitor monitor, string address = Address)
    {
        using var answer = await monitor.Http.GetAsync(address);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, body);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        return body;
    }

    public static Task CustomerOpensAsync(
        TestMonitor monitor, string ticket, string priority, string title, string? customer = null, string? assignee = null) =>
        PostAsync(monitor, ticket, "created", JsonSerializer.Serialize(new { priority, title, customer, assignee }));

    public static async Task PostAsync(TestMonitor monitor, string ticket, string type, string data)
    {
        var json = $$"""
            {
              "specversion": "1.0", "type": "ticket.{{type}}", "source": "/helpdesk", "id": "{{ticket}}-{{type}}", "subject": "{{ticket}}",
              "data": {{data}}
            }
            """;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/events")
        {
            Content = new StringContent(json, Encoding.UTF8, "application/cloudevents+json"),
        };
        request.Headers.Add("x-functions-key", "the-function-key");
        using var answer = await monitor.Http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
