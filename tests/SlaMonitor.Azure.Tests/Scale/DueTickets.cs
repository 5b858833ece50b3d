using SlaMonitor.Core.Tickets;
using SlaMonitor.Samples;

namespace SlaMonitor.Azure.Tests.Scale;

/// <summary>
/// Tickets of one morning, by the agreement <see cref="SampleAgreements.Office"/>: half of their time to respond is over at once.
/// </summary>
internal static class DueTickets
{
    /// <summary>How many people have to hear of them, each of as many.</summary>
    public const int People = 100;

    /// <summary>Monday, 2 March 2026, 09:00 in Berlin: every ticket is created.</summary>
    public static Instant Opening { get; } = Instant.FromUtc(2026, 3, 2, 8, 0);

    /// <summary>The tick that finds all of them due.</summary>
    public static Instant Tick { get; } = Opening + Duration.FromHours(2) + Duration.FromMinutes(1);

    public static TicketEvent Created(int number) => new()
    {
        TicketId = $"HD-{number}",
        Source = "/helpdesk",
        Id = $"created-{number}",
        Time = Opening,
        Type = TicketEventType.Created,
        TypeName = "ticket.created",
        Change = new TicketChange
        {
            Title = "Printer on fire",
            Customer = "ACME",
            Assignee = $"agent-{number % People}@example.com",
        },
    };
}
