using System.Text;
using CsCheck;
using NodaTime.Testing;

namespace SlaMonitor.CloudEvents.Tests;

/// <summary>Whatever is sent: no exception, and either whole events or problems.</summary>
public sealed class DeliveryFuzzTests
{
    private const string Good = """
        {"specversion":"1.0","type":"ticket.updated","source":"/helpdesk","id":"1","subject":"HD-1","time":"2026-03-02T07:00:00Z",
         "data":{"status":"open","priority":"high","emergency":true,"title":"T","url":"https://h.example/1","tags":["a"],
                 "public":false,"rating":5}}
        """;

    private static readonly Gen<string> Value = Gen.OneOf(
        "null", "true", "7", "-1.5e300", "99999999999999999999", "\"\"", "\"x\"", "\"\\ud800\"", "\"\\u0000\"",
        "\"0001-01-01T00:00:00+14:00\"", "\"9999-12-31T23:59:59-14:00\"", "\"2026-03-02T07:00:60Z\"", "[]", "[null]", "{}",
        "{\"\\ud800\":1}", "\"http://[::1\"", "\"data:,\"");

    private static readonly Gen<string> Name = Gen.OneOf(
        "specversion", "type", "source", "id", "subject", "time", "data", "data_base64", "datacontenttype", "dataschema", "status",
        "priority", "emergency", "title", "url", "tags", "public", "rating", "Sub-Ject", "\\ud800",
        "specversion\\ud800", "dat\\udc00a", "");

    private static readonly Gen<string> Members =
        Gen.Select(Name, Value, (name, value) => $"\"{name}\":{value}").Array[0, 5].Select(members => string.Join(',', members));

    private static readonly Gen<string> Body = Gen.OneOf(
        Gen.Select(Members, Members, (outer, inner) => $"{{{outer}{(outer.Length > 0 ? "," : "")}\"data\":{{{inner}}}}}"),
        Members.Select(
            members => Good.Replace("\"data\":", $"{(members.Length > 0 ? members + "," : "")}\"data\":", StringComparison.Ordinal)),
        Gen.Select(Gen.Int[0, Good.Length - 1], Gen.Char, (at, c) => Good[..at] + c + Good[(at + 1)..]),
        Gen.Select(Gen.Int[0, Good.Length - 1], Gen.Int[0, 30], (at, length) => Good.Remove(at, Math.Min(length, Good.Length - at))),
        Gen.String);

    private static readonly Gen<string> ContentType = Gen.OneOf(
        Gen.OneOf(
            "application/cloudevents+json", "application/cloudevents-batch+json", "application/json", "application/json; charset=\"",
            "a/b; =", ";"),
        Gen.String);

    private static readonly Gen<KeyValuePair<string, string>[]> Headers =
        Gen.Select(Gen.OneOf("ce-specversion", "ce-type", "ce-source", "ce-id", "ce-subject", "ce-time", "ce-data", "ce-", "ce-x_y"),
            Gen.OneOf(Gen.OneOf("1.0", "ticket.created", "\"", "\"\"", "%", "%ZZ", "%ED%A0%80", "2026-03-02T07:00:00Z"), Gen.String),
            KeyValuePair.Create).Array[0, 6];

    private readonly DeliveryReader _reader = new(new FakeClock(Instant.FromUtc(2026, 3, 2, 8, 0)));

    [Fact]
    public void AnyRequest_IsWholeEventsOrProblems() => Gen.Select(ContentType, Headers, Body, Gen.Bool).Sample(
        (contentType, headers, body, batched) =>
            AssertWhole(_reader.Read(contentType, headers, Bytes(batched ? $"[{Good},{body}]" : body)), batched ? 2 : 1),
        iter: 5_000);

    [Fact]
    public void AnyStructuredBody_IsWholeEventsOrProblems() => Body.Sample(
        body =>
        {
            AssertWhole(_reader.Read("application/cloudevents+json", [], Bytes(body)), 1);
            AssertWhole(_reader.Read("application/cloudevents-batch+json", [], Bytes($"[{Good},{body}]")), 2);
        },
        iter: 20_000);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static void AssertWhole(Delivery delivery, int mostEvents)
    {
        Assert.All(delivery.Problems, problem =>
            Assert.False(
                string.IsNullOrWhiteSpace(problem.Where) || string.IsNullOrWhiteSpace(problem.What) || problem.What.Contains('\n')));
        if (delivery.Problems.Count > 0) Assert.Empty(delivery.Events);
        Assert.True(delivery.Events.Count <= mostEvents || delivery.Problems.Count == 0);
        Assert.All(delivery.Events, e =>
        {
            Assert.All([e.TicketId, e.Source, e.Id, e.TypeName], name =>
                Assert.False(string.IsNullOrEmpty(name) || name.Any(char.IsControl)));
            Assert.InRange(e.Time, Instant.FromUtc(2000, 1, 1, 0, 0), Instant.FromUtc(2026, 3, 2, 8, 5));
            Assert.True(e.Change.Rating is null or (>= 1 and <= 5));
        });
    }
}
