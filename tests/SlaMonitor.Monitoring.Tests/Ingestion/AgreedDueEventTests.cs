using System.Text;
using NodaTime.Testing;
using SlaMonitor.CloudEvents;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Tests.Ingestion;

/// <summary>The event that tells of a due time agreed for one ticket: from its JSON, through the store, to the ticket.</summary>
public sealed class AgreedDueEventTests
{
    private const string Good =
        """{ "metric": "resolution", "due": "2026-03-04T18:00:00+08:00", "reason": "parts", "approvedBy": "boss@example.com" }""";

    private readonly DeliveryReader _reader = new(new FakeClock(Instant.FromUtc(2026, 3, 2, 8, 0)));

    [Fact]
    public void DueAgreed_AllOfIt_IsTheTickets()
    {
        var e = Assert.Single(Read(Good).Events);
        var stored = e with { Change = TicketChangeJson.Deserialize(TicketChangeJson.Serialize(e.Change)) };

        var agreed = Assert.Single(Ticket.Fold([stored])!.AgreedDues);

        Assert.Equal(TicketEventType.DueAgreed, e.Type);
        Assert.Equal(Instant.FromUtc(2026, 3, 2, 7, 0), agreed.From);
        Assert.Equal(new AgreedDue("resolution", Instant.FromUtc(2026, 3, 4, 10, 0), "parts", "boss@example.com"), agreed.Agreed);
    }

    [Theory]
    [InlineData("\"metric\": \"resolution\",", "", "metric", "This is missing: the metric whose clock it is for, as in \"resolution\".")]
    [InlineData("\"parts\"", "7", "reason", "This is missing: why it was agreed.")]
    [InlineData("\"boss@example.com\"", "\"\"", "approvedBy", "This is missing: who agreed to it.")]
    [InlineData("2026-03-04T18:00:00+08:00", "tomorrow", "due", "This is no time with its offset, as 2026-05-04T17:00:00Z.")]
    [InlineData(
        "2026-03-04T18:00:00+08:00",
        "2026-03-02T07:00:00Z",
        "due",
        "This is not after 2026-03-02T07:00:00Z, when it was agreed: what is past cannot be agreed.")]
    public void DueAgreed_WithoutAllOfIt_IsRefused(string right, string wrong, string where, string what)
    {
        var problem = Assert.Single(Read(Good.Replace(right, wrong, StringComparison.Ordinal)).Problems);

        Assert.Equal(($"event.data.{where}", what), (problem.Where, problem.What));
    }

    private Delivery Read(string data) => _reader.Read("application/cloudevents+json", [], Encoding.UTF8.GetBytes($$"""
        { "specversion": "1.0", "id": "e1", "source": "/test", "type": "ticket.dueAgreed", "subject": "T-1",
          "time": "2026-03-02T07:00:00Z", "data": {{data}} }
        """));
}
