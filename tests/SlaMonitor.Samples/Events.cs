using NodaTime.Text;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Samples;

/// <summary>Events of a helpdesk, as short as they can be written.</summary>
public static class Events
{
    /// <summary>An urgent matter of a customer.</summary>
    public static TicketChange Printer { get; } = new()
    {
        Title = "Printer on fire",
        Url = new Uri("https://helpdesk.example.com/tickets/1"),
        Customer = "ACME",
        Priority = TicketPriority.High,
        Assignee = "anna@example.com",
    };

    public static TicketEvent Created(
        string ticket, string time = "2026-03-02T08:00:00Z", string? id = null, TicketChange? change = null) =>
        Of(TicketEventType.Created, ticket, time, id, change);

    public static TicketEvent Of(TicketEventType type, string ticket, string time, string? id = null, TicketChange? change = null) => new()
    {
        TicketId = ticket,
        Source = "/helpdesk",
        Id = id ?? $"{ticket}-{type}-{time}",
        Time = InstantPattern.ExtendedIso.Parse(time).GetValueOrThrow(),
        Type = type,
        TypeName = $"ticket.{type}".ToLowerInvariant(),
        Change = change ?? TicketChange.None,
    };
}
