using System.Text;
using NodaTime.Testing;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.CloudEvents.Tests;

/// <summary>The CloudEvents 1.0 HTTP binding and our vocabulary in it, row by row.</summary>
public sealed class DeliveryReaderTests
{
    private const string Json = "application/json";
    private const string Structured = "application/cloudevents+json";
    private const string Batched = "application/cloudevents-batch+json";

    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 8, 0);

    private readonly DeliveryReader _reader = new(new FakeClock(Now));

    [Theory]
    [InlineData(null, "2026-03-02T08:00:00Z")]
    [InlineData("2026-03-02T08:00:00Z", "2026-03-02T08:00:00Z")]
    [InlineData("2026-03-02T09:00:00+01:00", "2026-03-02T08:00:00Z")]
    [InlineData("2026-03-01T23:30:00-05:30", "2026-03-02T05:00:00Z")]
    [InlineData("2026-03-02T07:59:59.1234567Z", "2026-03-02T07:59:59.1234567Z")]
    [InlineData("2026-03-02T08:05:00Z", "2026-03-02T08:05:00Z")]
    [InlineData("2000-01-01T00:00:00Z", "2000-01-01T00:00:00Z")]
    public void Structured_Time_IsTheSameInstantInAnyOffset_AndNowWhereMissing(string? time, string expected)
    {
        var member = time is null ? string.Empty : $$""","time":"{{time}}" """;

        Assert.Equal(expected, One(Structured, Event(member)).Time.ToString("uuuu-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", null));
    }

    [Theory]
    [InlineData("ticket.created", TicketEventType.Created)]
    [InlineData("ticket.Created", TicketEventType.Created)]
    [InlineData("ticket.DELETED", TicketEventType.Deleted)]
    [InlineData("Ticket.created", TicketEventType.Unknown)]
    [InlineData("created", TicketEventType.Unknown)]
    [InlineData("ticket.", TicketEventType.Unknown)]
    [InlineData("ticket.1", TicketEventType.Unknown)]
    [InlineData("ticket.snoozed", TicketEventType.Unknown)]
    [InlineData("ticket.created,updated", TicketEventType.Unknown)]
    [InlineData("ticket.created ", TicketEventType.Unknown)]
    public void Structured_Type_IsOneWordOfOurs_OrUnknown(string type, TicketEventType expected)
    {
        var read = One(Structured, Event().Replace("ticket.updated", type, StringComparison.Ordinal));

        Assert.Equal((expected, type), (read.Type, read.TypeName));
    }

    [Theory]
    [InlineData("\"status\":\"onHold\"", TicketStatus.OnHold)]
    [InlineData("\"status\":\"ONHOLD\"", TicketStatus.OnHold)]
    [InlineData("\"status\":null", null)]
    [InlineData("\"Status\":\"open\"", null)]
    public void Structured_Status_IsReadInAnyCase_ButItsNameInOne(string member, TicketStatus? expected) =>
        Assert.Equal(expected, One(Structured, Event($$""","data":{ {{member}} }""")).Change.Status);

    [Theory]
    [InlineData("\"traceparent\":\"00-ab-cd-01\"")]
    [InlineData("\"partitionkey\":7")]
    [InlineData("\"sampled\":true")]
    [InlineData("\"dataschema\":\"https://example.com/schema\"")]
    [InlineData("\"datacontenttype\":\"application/json\"")]
    public void Structured_AttributeThatIsNotOurs_IsPassedOver(string member) => Assert.Equal("1", One(Structured, Event("," + member)).Id);

    [Fact]
    public void Structured_EveryFieldOfData_IsRead()
    {
        const string Data = """
            {"status":"pending","priority":"high","emergency":true,"title":"T","url":"https://h.example/1",
             "customer":"acme","category":"net",
             "tags":["a","b"],
             "group":"g","assignee":"anna","by":"agent","agent":"bob","public":false,"rating":5,"notOurs":{"x":1}}
            """;
        var change = One(Structured, Event($",\"data\":{Data}")).Change;

        Assert.Equal(["a", "b"], change.Tags!);
        Assert.Equal(
            new TicketChange
            {
                Status = TicketStatus.Pending,
                Priority = TicketPriority.High,
                Emergency = true,
                Title = "T",
                Url = new Uri("https://h.example/1"),
                Customer = "acme",
                Category = "net",
                Group = "g",
                Assignee = "anna",
                By = Actor.Agent,
                Agent = "bob",
                Public = false,
                Rating = 5,
            },
            change with { Tags = null });
    }

    [Theory]
    [InlineData("2026-03-02T06:00:00Z", "2026-03-02T06:00:00Z")]
    [InlineData("2026-03-02T07:00:00+01:00", "2026-03-02T06:00:00Z")]
    [InlineData("2026-03-02T08:00:00Z", "2026-03-02T08:00:00Z")]
    [InlineData("2026-03-02T08:00:00.9Z", "2026-03-02T08:00:00Z")] // the event's own fraction was cut off
    public void Structured_CreatedAt_IsATimeBeforeTheEvent(string text, string expected) => Assert.Equal(
        expected, One(Structured, Event($$""","data":{"createdAt":"{{text}}"}""")).Change.CreatedAt?.ToString());

    [Theory]
    [InlineData("\"casey@example.org\"", "casey@example.org")]
    [InlineData("[\"9\",\"casey\"]", "9 casey")]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    public void Structured_Requester_IsOneNameOrSeveral(string text, string? expected)
    {
        var names = One(Structured, Event($$""","data":{"requester":{{text}}}""")).Change.Requesters;

        Assert.Equal(expected, names is null ? null : string.Join(' ', names));
    }

    [Fact]
    public void Structured_Author_IsRead()
    {
        var change = One(Structured, Event(""","data":{"author":"casey","othersAreAgents":true}""")).Change;

        Assert.Equal(("casey", (bool?)true), (change.Author, change.OthersAreAgents));
    }

    public static TheoryData<string, string, string> WrongEvents => new()
    {
        {
            ""","data":{"createdAt":"2026-03-02T08:00:01Z"}""",
            "event.data.createdAt",
            "The ticket was created at 2026-03-02T08:00:01Z, it says, which is after the event itself, at 2026-03-02T08:00:00Z. "
            + "One of the two is wrong."
        },
        {
            ""","time":"2026-03-01T08:00:00Z","data":{"createdAt":"2026-03-02T07:00:00Z"}""",
            "event.data.createdAt",
            "The ticket was created at 2026-03-02T07:00:00Z, it says, which is after the event itself, at 2026-03-01T08:00:00Z. "
            + "One of the two is wrong."
        },
        {
            ""","time":"9999-12-31T23:59:59.9999999Z","data":{"createdAt":"2026-03-01T07:00:00Z"}""",
            "event.time",
            "9999-12-31T23:59:59Z lies in the future: it is 2026-03-02T08:00:00Z here. "
            + "Send the time at which it happened, or leave it out for now."
        },
        {
            ""","data":{"createdAt":"1999-12-31T23:59:59Z"}""",
            "event.data.createdAt",
            "1999-12-31T23:59:59Z is too long ago to be true; the sender's clock or the conversion of its time is wrong."
        },
        {
            ""","data":{"createdAt":"2026-03-02"}""",
            "event.data.createdAt",
            "\"2026-03-02\" is not a time with its offset, as 2026-05-04T09:15:30Z."
        },
        { ""","data":{"requester":7}""", "event.data.requester", "7 is not text, or a list of texts." },
        {
            ""","time":"2026-03-02T08:05:01Z" """,
            "event.time",
            "2026-03-02T08:05:01Z lies in the future: it is 2026-03-02T08:00:00Z here. "
            + "Send the time at which it happened, or leave it out for now."
        },
        {
            ""","time":"1999-12-31T23:59:59Z" """,
            "event.time",
            "1999-12-31T23:59:59Z is too long ago to be true; the sender's clock or the conversion of its time is wrong."
        },
        { ""","data":"text" """, "event.data", "The data is a JSON object, as in {\"status\": \"open\"}." },
        { ""","data_base64":"e30=" """, "event.data_base64", "Nothing of ours is binary: send the object as data." },
        {
            ""","data":{"status":"open,pending"}""",
            "event.data.status",
            "\"open,pending\" is not one of new, open, pending, onHold, resolved, closed."
        },
        { ""","data":{"status":"open "}""", "event.data.status", "\"open \" is not one of new, open, pending, onHold, resolved, closed." },
        { ""","data":{"status":1}""", "event.data.status", "1 is not one of new, open, pending, onHold, resolved, closed." },
        { ""","data":{"status":"1"}""", "event.data.status", "\"1\" is not one of new, open, pending, onHold, resolved, closed." },
        { ""","data":{"by":"robot"}""", "event.data.by", "\"robot\" is not one of agent, customer, system." },
        { ""","data":{"rating":0}""", "event.data.rating", "0 is not a whole number from 1 to 5." },
        { ""","data":{"rating":4.5}""", "event.data.rating", "4.5 is not a whole number from 1 to 5." },
        { ""","data":{"tags":["a",1]}""", "event.data.tags", "[\"a\",1] is not a list of texts." },
        {
            ""","data":{"url":"/tickets/1"}""",
            "event.data.url",
            "\"/tickets/1\" is not an absolute http or https address of at most 2048 characters."
        },
        { ""","data":{"title":7}""", "event.data.title", "7 is not text." },
        {
            ""","specver\ud800sion":"1.0" """,
            "event",
            "Cannot read incomplete UTF-16 JSON text as string with missing low surrogate."
        },
    };

    [Theory]
    [MemberData(nameof(WrongEvents))]
    public void Structured_OneMistake_IsSaidWithItsPlace(string members, string where, string what)
    {
        var delivery = Read(Structured, Event(members));

        Assert.Equal(new EventProblem(where, what), Assert.Single(delivery.Problems));
        Assert.Empty(delivery.Events);
    }

    [Fact]
    public void Batch_ManyMistakes_AreAllSaid_AndNothingIsTaken()
    {
        var delivery = Read(
            Batched,
            $$$"""[{{{Event()}}}, 7, {"specversion":"1.0","type":"ticket.updated","source":"/s","id":"2","data":"""
            + $$$"""{"status":"x","public":1}}]""");

        Assert.Equal(
            ["events[1]", "events[2].subject", "events[2].data.status", "events[2].data.public"],
            delivery.Problems.Select(problem => problem.Where));
        Assert.Empty(delivery.Events);
    }

    [Fact]
    public void Batch_OfNone_IsTaken() => Assert.Equal((0, 0), (Read(Batched, "[]").Events.Count, Read(Batched, "[]").Problems.Count));

    [Theory]
    [InlineData("HD-1", "HD-1")]
    [InlineData("B%C3%BCro-1", "Büro-1")]
    [InlineData("B%c3%bcro-1", "Büro-1")]
    [InlineData("\"HD 1\"", "HD 1")]
    [InlineData("\"HD \\\"1\\\"\"", "HD \"1\"")]
    [InlineData("\"HD\\\\1\"", "HD\\1")]
    [InlineData("100%25", "100%")]
    [InlineData("%E6%96%87", "文")]
    public void Binary_HeaderValue_IsUnquotedAndDecodedOnce(string header, string expected) =>
        Assert.Equal(expected, Assert.Single(ReadBinary(("ce-subject", header)).Events).TicketId);

    [Theory]
    [InlineData("CE-SPECVERSION", "2.0", "ce-specversion", "Only CloudEvents 1.0 is understood, not '2.0'.")]
    [InlineData("ce-id", "", "ce-id", "Value for attribute 'id' is invalid: Value must be non-empty")]
    [InlineData(
        "ce-id", "a%0Ab", "ce-id", "Value for attribute 'id' is invalid: Control character U+000a is not permitted in string attributes")]
    public void Binary_OneMistake_IsSaidWithItsHeader(string header, string value, string where, string what) =>
        Assert.Equal(new EventProblem(where, what), Assert.Single(ReadBinary((header, value)).Problems));

    [Fact]
    public void Binary_WithoutBody_IsAnEventThatSaysNothing() =>
        Assert.Equal(TicketChange.None, Assert.Single(Read(Json, string.Empty, Headers()).Events).Change);

    [Theory]
    [InlineData("application/json;")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("APPLICATION/JSON")]
    [InlineData("application/vnd.helpdesk+json")]
    public void Binary_AnyJson_IsTaken(string contentType) => Assert.Single(Read(contentType, "{}", Headers()).Events);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("text/plain")]
    [InlineData("application/cloudevents+xml")]
    [InlineData("application/cloudevents-batch+avro")]
    [InlineData("application/cloudeventsx+json")]
    public void OtherMediaType_IsUnsupported(string? contentType) => Assert.True(Read(contentType, Event()).IsUnsupportedMediaType);

    private static string Event(string members = "") =>
        $$"""{"specversion":"1.0","type":"ticket.updated","source":"/helpdesk","id":"1","subject":"HD-1"{{members}}}""";

    private static Dictionary<string, string> Headers() => new(StringComparer.OrdinalIgnoreCase)
    {
        ["ce-specversion"] = "1.0",
        ["ce-type"] = "ticket.updated",
        ["ce-source"] = "/helpdesk",
        ["ce-id"] = "1",
        ["ce-subject"] = "HD-1",
        ["Host"] = "x",
    };

    private Delivery ReadBinary((string Name, string Value) header)
    {
        var headers = Headers();
        headers.Remove(header.Name);
        headers[header.Name] = header.Value;
        return Read(Json, "{}", headers);
    }

    private TicketEvent One(string contentType, string body)
    {
        var delivery = Read(contentType, body);
        Assert.Empty(delivery.Problems);
        return Assert.Single(delivery.Events);
    }

    private Delivery Read(string? contentType, string body, IEnumerable<KeyValuePair<string, string>>? headers = null) =>
        _reader.Read(contentType, headers ?? [], Encoding.UTF8.GetBytes(body));
}
