using System.Globalization;
using Microsoft.Extensions.Logging;
using NodaTime;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Pages;
using SlaMonitor.Monitoring.Assessment;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Notification.Acknowledging;

/// <summary>
/// Takes promises of one ticket for somebody. An acknowledgement is an event in the ticket's own log: it is stored once, and
/// everything else follows from it.
/// </summary>
public sealed class PromiseTaking(AssessedTickets tickets, ILogger<PromiseTaking> logger)
{
    /// <summary>The source of the events that follow from a link of ours, and from no helpdesk.</summary>
    internal const string Source = "urn:slamonitor";

    /// <summary>How the promises stand; those that nobody has are taken first, if they are to be.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="clocks">The promises. Those that are promised no more are left out of the answer.</param>
    /// <param name="recipient">For whom.</param>
    /// <param name="takes">Whether to take them.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="StoreUnavailableException">The store is away; asking again takes what is not taken yet.</exception>
    internal async Task<IReadOnlyList<PagePromise>> AnswerAsync(
        string ticketId, IReadOnlySet<ClockId> clocks, string recipient, bool takes, CancellationToken cancellationToken)
    {
        var promises = await tickets.ChangeAsync(ticketId, ticket => Answer(ticket, clocks, recipient, takes), cancellationToken);
        foreach (var promise in promises.Where(promise => promise.JustTaken))
            logger.Taken(ticketId, promise.Explanation.Clock.Id.ToString(), promise.Until!.Value);
        return promises;
    }

    private static (TicketCommit? Commit, IReadOnlyList<PagePromise> Promises) Answer(
        AssessedTicket ticket, IReadOnlySet<ClockId> clocks, string recipient, bool takes)
    {
        var now = StoredInstant.Truncate(ticket.Now);
        var promises = (ticket.Assessment?.Clocks ?? [])
            .Where(candidate => clocks.Contains(candidate.Id))
            .Select(promise => Standing(promise, now))
            .ToList();
        if (!takes || promises.TrueForAll(promise => promise.State != AcknowledgeState.Open)) return (null, promises);

        var taken = promises.ConvertAll(promise => promise.State == AcknowledgeState.Open
            ? promise with { State = AcknowledgeState.Taken, By = recipient, At = now, JustTaken = true }
            : promise);
        var acknowledged = taken.Where(promise => promise.JustTaken)
            .Select(promise => EventOf(ticket, new Acknowledgement(promise.Explanation.Clock.Id, recipient, now, promise.Until!.Value)))
            .ToList();
        var after = ticket.AssessmentWith(acknowledged);
        return (ticket.Commit(acknowledged, LedgerCheck.StateAfterTaking(ticket.State, after, now), after), taken);
    }

    internal static PagePromise Standing(Clock promise, Instant now)
    {
        var explanation = ClockExplanation.Of(promise, now);
        if (promise.EndedAt <= now) return new PagePromise { State = AcknowledgeState.Done, Explanation = explanation };

        return promise.AcknowledgementAt(now) is { } taken
            ? new PagePromise
            {
                State = AcknowledgeState.Taken,
                Explanation = explanation,
                By = taken.By,
                At = taken.At,
                Until = taken.Until,
            }
            : new PagePromise
            {
                State = AcknowledgeState.Open,
                Explanation = explanation,
                Until = now + promise.Agreement.AcknowledgementExpires,
            };
    }

    internal static TicketEvent EventOf(AssessedTicket ticket, Acknowledgement taken) => new()
    {
        TicketId = ticket.Id,
        Source = Source,
        Id = IdOf(ticket, taken),
        Time = taken.At,
        Type = TicketEventType.Acknowledged,
        TypeName = "ticket.acknowledged",
        Change = new TicketChange { Acknowledgement = taken },
    };

    /// <summary>Where one instant has several of them, their ids are in the order in which they came.</summary>
    private static string IdOf(AssessedTicket ticket, Acknowledgement taken)
    {
        var (id, before) = ($"{taken.Clock}@{taken.At}", 0);
        foreach (var one in ticket.Events)
            if (one.Source == Source && one.Id.StartsWith(id, StringComparison.Ordinal)) before++;
        return before == 0 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}~{before:000}");
    }
}
