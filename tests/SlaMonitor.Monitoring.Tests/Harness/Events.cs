using NodaTime.Text;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Monitoring.Tests.Harness;

/// <summary>Events of a helpdesk, as short as they can be written.</summary>
internal static class Events
{
    public static TicketEvent Created(string ticket, string time = "2026-03-02T08:00:00Z", string? id = null, TicketChange? change = null) =>
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
