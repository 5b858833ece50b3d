using SlaMonitor.Core.Tests.Clocks;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Tests.Tickets;

public sealed class TicketEventOrderTests
{
    private static readonly TicketEvent Event = new Story()
        .Status("03-02 09:00", TicketStatus.Open).Events[0] with
    { Id = "m", Source = "/m" };

    /// <summary>Each goes after <see cref="Event"/>.</summary>
    public static TheoryData<TicketEvent> Later => new()
    {
        { Event with { Time = Event.Time + Duration.Epsilon, Id = "a" } },
        { Event with { Time = Event.Time + Duration.Epsilon, Id = "a", Type = TicketEventType.Created } },
        { Event with { Id = "n", Source = "/a" } },
        { Event with { Source = "/n" } },
    };

    [Theory]
    [MemberData(nameof(Later))]
    public void Compare_TimeThenIdThenSource_DecidesEitherWayRound(TicketEvent later)
    {
        Assert.True(TicketEventOrder.Instance.Compare(Event, later) < 0);
        Assert.True(TicketEventOrder.Instance.Compare(later, Event) > 0);
    }

    [Fact]
    public void Compare_CreationAtTheSameTime_GoesFirstWhateverItsId()
    {
        var creation = Event with { Id = "z", Type = TicketEventType.Created };

        Assert.True(TicketEventOrder.Instance.Compare(creation, Event) < 0);
        Assert.True(TicketEventOrder.Instance.Compare(Event, creation) > 0);
        Assert.True(TicketEventOrder.Instance.Compare(creation with { Id = "a" }, creation) < 0);
    }

    [Fact]
    public void Compare_TheSame_IsEqual() => Assert.Equal(0, TicketEventOrder.Instance.Compare(Event, Event with { }));
}
