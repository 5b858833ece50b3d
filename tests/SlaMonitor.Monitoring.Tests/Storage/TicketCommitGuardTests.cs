using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Tests.Storage;

public sealed class TicketCommitGuardTests
{
    private static readonly TicketEvent First = new()
    {
        TicketId = "T-1",
        Source = "helpdesk",
        Id = "1",
        Time = Instant.FromUtc(2026, 3, 2, 9, 0),
        Type = TicketEventType.Created,
        TypeName = "ticket.created",
    };

    [Fact]
    public void ThrowIfWrong_SameIdOfTwoSources_IsFine() =>
        TicketCommitGuard.ThrowIfWrong(new("T-1", [First, First with { Source = "chat" }], MonitoringState.Initial, null));

    [Fact]
    public void ThrowIfWrong_EventOfAnotherTicket_SaysWhich()
    {
        var e = Assert.Throws<ArgumentException>(() => TicketCommitGuard.ThrowIfWrong(new("T-2", [First], MonitoringState.Initial, null)));

        Assert.Equal("The commit is for ticket 'T-2', its event '1' for 'T-1'. (Parameter 'commit')", e.Message);
    }

    [Fact]
    public void ThrowIfWrong_OneEventTwice_SaysWhich()
    {
        var twice = First with { Type = TicketEventType.Closed };

        var e = Assert.Throws<ArgumentException>(
            () => TicketCommitGuard.ThrowIfWrong(new("T-1", [First, twice], MonitoringState.Initial, null)));

        Assert.Equal("The commit has event '1' of 'helpdesk' twice. (Parameter 'commit')", e.Message);
    }
}
