using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Reporting.Outcomes;

/// <summary>How much open time each status kept a clock from counting.</summary>
/// <param name="New">While the ticket was new.</param>
/// <param name="Open">While it was open.</param>
/// <param name="Pending">While it waited for the requester.</param>
/// <param name="OnHold">While it waited for somebody else.</param>
/// <param name="Resolved">While it was resolved, until it was reopened.</param>
/// <param name="Closed">While it was closed, until it was reopened.</param>
public readonly record struct HeldTimes(
    BusinessDuration New, BusinessDuration Open, BusinessDuration Pending, BusinessDuration OnHold, BusinessDuration Resolved,
    BusinessDuration Closed)
{
    /// <summary>Adds what two clocks lost, status by status.</summary>
    public static HeldTimes operator +(HeldTimes left, HeldTimes right) => new(
        left.New + right.New, left.Open + right.Open, left.Pending + right.Pending, left.OnHold + right.OnHold,
        left.Resolved + right.Resolved, left.Closed + right.Closed);

    /// <summary>What one status took.</summary>
    public BusinessDuration this[TicketStatus status] => status switch
    {
        TicketStatus.New => New,
        TicketStatus.Open => Open,
        TicketStatus.Pending => Pending,
        TicketStatus.OnHold => OnHold,
        TicketStatus.Resolved => Resolved,
        TicketStatus.Closed => Closed,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a status."),
    };

    /// <summary>The same, with more taken by one status.</summary>
    public HeldTimes With(TicketStatus status, BusinessDuration more) => status switch
    {
        TicketStatus.New => this with { New = New + more },
        TicketStatus.Open => this with { Open = Open + more },
        TicketStatus.Pending => this with { Pending = Pending + more },
        TicketStatus.OnHold => this with { OnHold = OnHold + more },
        TicketStatus.Resolved => this with { Resolved = Resolved + more },
        TicketStatus.Closed => this with { Closed = Closed + more },
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a status."),
    };
}
