using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using SlaMonitor.Harness;

namespace SlaMonitor.EndToEnd.Api;

/// <summary>
/// What a sender hears when it sends what cannot be taken: an answer that says what would be right, and nothing is stored.
/// </summary>
public sealed class BadInputTests(BadInputTests.OneMonitor one) : IClassFixture<BadInputTests.OneMonitor>
{
    private const string Structured = "application/cloudevents+json";
    private const string Batch = "application/cloudevents-batch+json";
    private const string Good =
        """{"specversion":"1.0","type":"ticket.created","source":"/t","id":"good","subject":"GOOD","time":"2026-03-02T08:00:00Z"}""";

    private readonly MonitorProcess _monitor = one.Monitor;

    public static TheoryData<string, string, int, string> Deliveries => new()
    {
        { Structured, """{"specversion":"1.0",""", 400, "body: This is not JSON" },
        { "text/plain", "hello", 415, "application/cloudevents+json" },
        { "application/json", Good, 415, "ce- headers" },
        { "application/cloudevents+avro", "x", 415, "Only the JSON format" },
        { Structured, """{"specversion":"1.0","type":"ticket.created","source":"/t","id":"1"}""", 400, "event.subject: This is missing" },
        { Structured, """{"specversion":"1.0","type":"ticket.created","source":"/t","subject":"X"}""", 400, "id" },
        { Structured, """{"type":"ticket.created","source":"/t","subject":"X","id":"1"}""", 400, "specversion" },
        { Structured, """{"specversion":"0.1","type":"ticket.created","source":"/t","subject":"X","id":"1"}""", 400, "spec" },
        {
            Structured,
            """{"specversion":"1.0","type":"ticket.created","source":"/t","id":"1","subject":"X","time":"2026-03-02T09:06:00Z"}""",
            400,
            "lies in the future: it is 2026-03-02T09:00:00Z here"
        },
        {
            Structured,
            """{"specversion":"1.0","type":"ticket.created","source":"/t","id":"1","subject":"X","time":"1970-01-01T00:00:00Z"}""",
            400,
            "too long ago to be true"
        },
        {
            Structured,
            """{"specversion":"1.0","type":"ticket.created","source":"/t","id":"1","subject":"X","time":"yesterday"}""",
            400,
            "time"
        },
        {
            Structured,
            """{"specversion":"1.0","type":"ticket.updated","source":"/t","id":"1","subject":"X","data":{"status":"waiting"}}""",
            400,
            "event.data.status: \"waiting\" is not one of new, open, pending, onHold, resolved, closed."
        },
        {
            Structured,
            """{"specversion":"1.0","type":"ticket.updated","source":"/t","id":"1","subject":"X","data":{"rating":9,"public":"yes"}}""",
            400,
            "event.data.public: \"yes\" is not true or false."
        },
        {
            Structured,
            """{"specversion":"1.0","type":"ticket.updated","source":"/t","id":"1","subject":"X","data":[1]}""",
            400,
            "event.data: The data is a JSON object"
        },
        {
            Structured,
            """{"specversion":"1.0","type":"ticket.updated","source":"/t","id":"1","subject":"X","data":{"title":"\ud800"}}""",
            400,
            "event"
        },
        {
            Structured,
            """{"specversion":"1.0","type":"ticket.updated","source":"/t","id":"1","subject":"X","data":{"url":"javascript:alert(1)"}}""",
            400,
            "event.data.url"
        },
        { Structured, "[]", 400, "An event is a JSON object" },
        { Batch, Good, 400, "A batch is a JSON array" },
        {
            Batch,
            $$"""[{{Good}}, {"specversion":"1.0","type":"ticket.created","source":"/t","id":"2"}]""",
            400,
            "events[1].subject: This is missing"
        },
    };

    [Theory]
    [MemberData(nameof(Deliveries))]
    public async Task Post_WhatCannotBeTaken_SaysWhatWouldBeRightAndStoresNothing(string contentType, string body, int status, string says)
    {
        using var answer = await _monitor.PostAsync(contentType, body);

        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var problem = JsonNode.Parse(text)!;
        var said = $"{problem["detail"]} "
            + $"{string.Join(' ', problem["errors"]?.AsObject().Select(e => $"{e.Key}: {string.Join(' ', e.Value!.AsArray())}") ?? [])}";
        Assert.Contains(says, said, StringComparison.Ordinal);
        Assert.Equal(404, (int)(await _monitor.Http.GetAsync("/api/tickets/GOOD")).StatusCode);
        Assert.Equal(404, (int)(await _monitor.Http.GetAsync("/api/tickets/X")).StatusCode);
        Assert.DoesNotContain("fail:", _monitor.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Post_TwoMebibytes_Is413(bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/events")
        {
            Content = new ByteArrayContent(new byte[2 * 1024 * 1024]),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(Structured);
        request.Headers.TransferEncodingChunked = chunked;

        using var answer = await _monitor.Http.SendAsync(request);

        Assert.Equal((413, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Post_AllThreeModes_AreTaken()
    {
        using var binary = new HttpRequestMessage(HttpMethod.Post, "/api/events")
        {
            Content = new StringContent("""{"title":"from headers"}""", Encoding.UTF8, "application/json"),
            Headers =
            {
                { "ce-specversion", "1.0" }, { "ce-type", "ticket.created" }, { "ce-source", "/t" }, { "ce-id", "b" },
                { "ce-subject", "B%C3%BCro-1" },
            },
        };

        Assert.Equal(200, (int)(await _monitor.Http.SendAsync(binary)).StatusCode);
        var taken = Good.Replace("GOOD", "TAKEN", StringComparison.Ordinal);
        Assert.Equal(200, (int)(await _monitor.PostAsync(Structured, taken)).StatusCode);
        Assert.Equal(200, (int)(await _monitor.PostAsync(Batch, $"[{taken}]")).StatusCode);
        Assert.Equal(200, (int)(await _monitor.PostAsync(Batch, "[]")).StatusCode);
        Assert.Equal("from headers", (string?)(await _monitor.TicketAsync("Büro-1"))["title"]);
        Assert.Equal("new", (string?)(await _monitor.TicketAsync("TAKEN"))["status"]);
    }

    [Fact]
    public async Task Post_UnknownButWellFormed_IsRecordedWithoutEffect()
    {
        using var answer = await _monitor.PostEventAsync(
            """{"specversion":"1.0","type":"ticket.snoozed","source":"/t","id":"1","subject":"U"}""");

        Assert.Equal(202, (int)answer.StatusCode);
        Assert.Equal(404, (int)(await _monitor.Http.GetAsync("/api/tickets/U")).StatusCode);
    }

    /// <summary>One program for all of them: none stores anything that another would see.</summary>
    public sealed class OneMonitor : IAsyncLifetime
    {
        private readonly MonitorFolder _place = new();

        internal MonitorProcess Monitor { get; private set; } = null!;

        public async Task InitializeAsync() =>
            Monitor = await MonitorProcess.StartAsync(_place, "--speed", "0", "--start", "2026-03-02T09:00:00Z");

        public async Task DisposeAsync()
        {
            await Monitor.DisposeAsync();
            _place.Dispose();
        }
    }
}
