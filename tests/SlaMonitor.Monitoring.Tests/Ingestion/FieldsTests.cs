using System.Text;
using NodaTime.Testing;
using SlaMonitor.CloudEvents;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Tests.Ingestion;

/// <summary>The free fields of an event: from its JSON, through the store, to the ticket.</summary>
public sealed class FieldsTests
{
    private readonly DeliveryReader _reader = new(new FakeClock(Instant.FromUtc(2026, 3, 2, 8, 0)));

    [Fact]
    public void Fields_TextsNumbersAndTruthValues_AreTheTicketsUntilTheyAreCleared()
    {
        var first = Stored(Assert.Single(Read("""{ "fields": { "tier": "gold", "seats": 50, "vip": true, "site": "A" } }""").Events));
        var second = Stored(Assert.Single(Read("""{ "fields": { "Tier": null, "seats": 7.5, "site": "" } }""", "e2").Events));

        Assert.Equal(
            [("seats", "50"), ("site", "A"), ("tier", "gold"), ("vip", "true")],
            Ticket.Fold([first])!.Facts.Fields.Select(field => (field.Key, field.Value)).Order());
        Assert.Equal(
            [("seats", "7.5"), ("vip", "true")],
            Ticket.Fold([second, first])!.Facts.Fields.Select(field => (field.Key, field.Value)).Order());
    }

    [Theory]
    [InlineData("[]", "event.data.fields", "[] is not an object of fields, as in {\"tier\": \"gold\"}.")]
    [InlineData("{ \"a\": [1] }", "event.data.fields.a", "A field is a text, a number, true, false, or null to clear it.")]
    [InlineData("{ \"\": 1 }", "event.data.fields.", "A field has a name of at most 256 characters.")]
    public void Fields_WhatIsNone_IsRefused(string fields, string where, string what)
    {
        var problem = Assert.Single(Read($$"""{ "fields": {{fields}} }""").Problems);

        Assert.Equal((where, what), (problem.Where, problem.What));
    }

    [Fact]
    public void Fields_TooMuchOfThem_IsRefused()
    {
        var many = string.Join(',', Enumerable.Range(0, 51).Select(i => $"\"f{i}\":1"));
        var longText = new string('x', 257);

        Assert.Equal("These are 51 fields; send at most 50.", Assert.Single(Read($$"""{ "fields": { {{many}} } }""").Problems).What);
        Assert.Equal(
            "A field has at most 256 characters.",
            Assert.Single(Read($$"""{ "fields": { "a": "{{longText}}" } }""").Problems).What);
    }

    private static TicketEvent Stored(TicketEvent e) =>
        e with { Change = TicketChangeJson.Deserialize(TicketChangeJson.Serialize(e.Change)) };

    private Delivery Read(string data, string id = "e1") => _reader.Read("application/cloudevents+json", [], Encoding.UTF8.GetBytes($$"""
        { "specversion": "1.0", "id": "{{id}}", "source": "/test", "type": "ticket.updated", "subject": "T-1",
          "time": "2026-03-02T07:59:0{{id[1]}}Z", "data": {{data}} }
        """));
}
