using NodaTime;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Reporting.Outcomes;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Promises;

/// <summary>What is filed of a ticket, and under which times: the one way from an assessment to its rows.</summary>
public static class OutcomeRows
{
    /// <summary>
    /// The form of the rows that this version writes, as <see cref="MonitoringState.FiledAs"/>. Whoever changes what is in them, or where
    /// they are filed, counts it up: all that is filed is then filed anew.
    /// </summary>
    public const int Form = 3;

    /// <summary>The rows of a ticket.</summary>
    /// <param name="assessment">The ticket; <c>null</c> where its log says nothing that we understand, and nothing is filed.</param>
    public static IReadOnlyList<ShelfRow> Of(TicketAssessment? assessment) => assessment is null ? [] : Of(TicketOutcomes.Of(assessment));

    /// <summary>The rows of what was worked out of a ticket.</summary>
    internal static IReadOnlyList<ShelfRow> Of(TicketOutcomes outcomes)
    {
        var rows = new List<ShelfRow>(outcomes.Clocks.Count + 1);
        rows.AddRange(outcomes.Clocks.Select(Of));
        if (outcomes.Ticket is { } ticket) Add(rows, ticket);
        return rows;
    }

    /// <summary>The promise of a row.</summary>
    /// <exception cref="InvalidDataException">The row was not written by this version of the program.</exception>
    public static ClockOutcome ReadClock(ShelfRow row) => OutcomeJson.ReadClock(row);

    /// <summary>The ticket of a row.</summary>
    /// <inheritdoc cref="ReadClock"/>
    public static TicketOutcome ReadTicket(ShelfRow row) => OutcomeJson.ReadTicket(row);

    /// <summary>The times under which a ticket is filed.</summary>
    public static IReadOnlyList<Instant> CountedAt(TicketOutcome ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return [.. ticket.CountedAt.Select(Kept).Distinct()];
    }

    private static ShelfRow Of(ClockOutcome clock)
    {
        var isOpen = clock.EndedAt is null;
        // One that has ended was decided, at its end or before it.
        var at = isOpen ? clock.DueAt : clock.DecidedAt(clock.EndedAt!.Value);
        return new(
            isOpen ? Shelf.Open : Shelf.Decided, clock.AgreementId, clock.TicketId, clock.ClockId.ToString(),
            at is { } known ? Kept(known) : null, OutcomeJson.Write(clock));
    }

    private static void Add(List<ShelfRow> rows, TicketOutcome ticket)
    {
        if (CountedAt(ticket) is not { Count: > 0 } times) return;

        var body = OutcomeJson.Write(ticket);
        foreach (var at in times) rows.Add(new(Shelf.Tickets, ticket.AgreementId, ticket.TicketId, string.Empty, at, body));
    }

    private static Instant Kept(Instant at) => StoredInstant.Truncate(at);
}
