using System.Text;
using NodaTime.Testing;
using SlaMonitor.CloudEvents.Files;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.CloudEvents.Tests;

/// <summary>What a file of events may say beyond what a sender may.</summary>
public sealed class EventLineReaderTests
{
    private const string Taken = """
        {"specversion":"1.0","id":"7","source":"/helpdesk","type":"ticket.acknowledged","subject":"HD-1","time":"2026-03-02T09:00:00Z",
         "data":{"clock":"response/1/3600s","takenBy":"anna@example.com","until":"2026-03-02T13:00:00Z"}}
        """;

    private static readonly FakeClock Now = new(Instant.FromUtc(2026, 6, 1, 0, 0));

    [Fact]
    public void Read_Acknowledgement_SaysWhoTookWhatUntilWhen()
    {
        var read = Read(Taken);

        Assert.Equal(
            new Acknowledgement(
                new ClockId("response/1/3600s"), "anna@example.com", Instant.FromUtc(2026, 3, 2, 9, 0), Instant.FromUtc(2026, 3, 2, 13, 0)),
            read.Event!.Change.Acknowledgement);
        Assert.Equal(TicketEventType.Acknowledged, read.Event.Type);
    }

    /// <summary>Over the network it is an event that we do not know: whoever takes a promise comes by a link that we signed.</summary>
    [Fact]
    public void Read_AcknowledgementOfASender_IsUnknown()
    {
        var delivery = new DeliveryReader(Now).Read("application/cloudevents+json", [], Encoding.UTF8.GetBytes(Taken));

        Assert.Equal(TicketEventType.Unknown, delivery.Events.Single().Type);
        Assert.Null(delivery.Events.Single().Change.Acknowledgement);
    }

    [Theory]
    [InlineData("\"clock\":\"response/1/3600s\",", "", "event.data.clock: This is missing: which promise was taken")]
    [InlineData("\"takenBy\":\"anna@example.com\",", "", "event.data.takenBy: This is missing: the address of whoever took it")]
    [InlineData("T13:00:00Z", "T09:00:00Z", "event.data.until: This is not after 2026-03-02T09:00:00Z, when the promise was taken.")]
    [InlineData("T13:00:00Z", "", "event.data.until: This is no time with its offset")]
    public void Read_AcknowledgementThatIsWrong_SaysWhatWouldBeRight(string old, string now, string complaint)
    {
        var read = Read(Taken.Replace(old, now, StringComparison.Ordinal));

        Assert.Null(read.Event);
        Assert.Contains(read.Complaints("events.jsonl"), line => line.Contains(complaint, StringComparison.Ordinal));
    }

    private static EventLine Read(string line) => new EventLineReader(Now).Read(1, Encoding.UTF8.GetBytes(line));
}
