using SlaMonitor.Core.Tickets;
using SlaMonitor.Local.Demo;

namespace SlaMonitor.Local.Tests.Demo;

public sealed class DemoDayTests
{
    private readonly DemoDay _day = DemoDay.Read();

    [Fact]
    public void Events_AreInOrder_AndEachTicketBeginsWithItsCreation()
    {
        Assert.Equal(_day.Events.OrderBy(happened => happened.Time), _day.Events);
        var earliest = DemoDay.Opening - NodaTime.Duration.FromDays(3);
        Assert.All(_day.Events, happened => Assert.InRange(happened.Time, earliest, DemoDay.Closing));
        Assert.All(
            _day.Events.GroupBy(happened => happened.TicketId, StringComparer.Ordinal),
            ticket => Assert.Equal(TicketEventType.Created, ticket.First().Type));
        Assert.Equal(_day.Events.Count, _day.Events.Select(happened => happened.Id).Distinct(StringComparer.Ordinal).Count());
    }

    /// <summary>What a newcomer is to see in it.</summary>
    [Fact]
    public void Day_HasTwoCustomers_AnEmergency_Takes_Pauses_AndAReopening()
    {
        var created = _day.Events.Where(happened => happened.Type == TicketEventType.Created).ToList();
        var live = _day.Events.Where(happened => happened.Time >= DemoDay.Opening).ToList();

        Assert.InRange(created.Count, 20, 30);
        Assert.Equal(["acme", "北方物流"], created.Select(happened => happened.Change.Customer).Distinct().Order(StringComparer.Ordinal));
        Assert.True(created.Count(happened => happened.Time < DemoDay.Opening) > 10, "The board is empty when it opens.");
        Assert.Contains(live, happened => happened.Change.Emergency == true);
        Assert.Contains(live, happened => happened.Type == TicketEventType.Acknowledged);
        Assert.Contains(live, happened => happened.Type == TicketEventType.Reopened);
        Assert.Contains(live, happened => happened.Type == TicketEventType.Rated);
        Assert.Contains(live, happened => happened.Change.Status == TicketStatus.Pending);
        Assert.Contains(live, happened => happened.Change.Status == TicketStatus.OnHold);
        Assert.All(live, happened => Assert.False(string.IsNullOrWhiteSpace(DemoWords.Of(happened)), happened.Id));
    }

    [Fact]
    public void Console_SaysTheTimeAtTheDesk_AndLetsNoTextWriteLinesOfItsOwn()
    {
        using var output = new StringWriter();

        new DemoConsole(output).Say(DemoDay.Opening, "HD-1  opened by acme, low: two\nlines\u001b[31m");

        Assert.Equal("10:00  HD-1  opened by acme, low: twolines[31m", output.ToString().TrimEnd());
    }
}
