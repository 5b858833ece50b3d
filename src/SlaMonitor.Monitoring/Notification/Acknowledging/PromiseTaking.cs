using Microsoft.Extensions.Logging;
using NodaTime;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Pages;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Notification.Acknowledging;

/// <summary>
/// Takes promises of one ticket for somebody. An acknowledgement is an event in the ticket's own log: it is stored once, and everything else follows from it.
/// </summary>
public sealed class PromiseTaking(ITicketStore store, IAgreementSource agreements, IClock clock, ILogger<PromiseTaking> logger)
{
    private const string Source = "urn:slamonitor";
    private const int MostAttempts = 100;

    /// <summary>How the promises stand; those that nobody has are taken first, if they are to be.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="clocks">The promises, as <c>Clock.Id</c> names them. Those that are promised no more are left out of the answer.</param>
    /// <param name="recipient">For whom.</param>
    /// <param name="takes">Whether to take them.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="StoreUnavailableException">The store is away; asking again takes what is not taken yet.</exception>
    internal async Task<IReadOnlyList<PagePromise>> AnswerAsync(
        string ticketId, IReadOnlySet<string> clocks, string recipient, bool takes, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var now = StoredInstant.Truncate(clock.GetCurrentInstant());
            var stored = await store.LoadAsync(ticketId, cancellationToken);
            var assessment = stored is null ? null : TicketAssessment.Of(stored.Events, stored.State.FiredSteps, agreements.Current, now);
            var promises = (assessment?.Clocks ?? []).Where(candidate => clocks.Contains(candidate.Id)).Select(promise => Standing(promise, now)).ToList();
            if (!takes || promises.TrueForAll(promise => promise.State != AcknowledgeState.Open)) return promises;

            var taken = promises.ConvertAll(promise => promise.State == AcknowledgeState.Open ? promise with { State = AcknowledgeState.Taken, By = recipient, At = now, JustTaken = true } : promise);
            if (!await CommitAsync(stored!, [.. taken.Where(promise => promise.JustTaken)], now, cancellationToken)) continue;

            foreach (var promise in taken.Where(promise => promise.JustTaken)) logger.Taken(ticketId, promise.Explanation.Clock.Id, promise.Until!.Value);
            return taken;
        }

        throw new StoreUnavailableException($"Ticket {ticketId} is being written by too many at once.", new TimeoutException());
    }

    private static PagePromise Standing(Clock promise, Instant now)
    {
        var explanation = ClockExplanation.Of(promise, now);
        if (promise.EndedAt <= now) return new PagePromise { State = AcknowledgeState.Done, Explanation = explanation };

        return promise.AcknowledgementAt(now) is { } taken
            ? new PagePromise { State = AcknowledgeState.Taken, Explanation = explanation, By = taken.By, At = taken.At, Until = taken.Until }
            : new PagePromise { State = AcknowledgeState.Open, Explanation = explanation, Until = now + promise.Agreement.AcknowledgementExpires };
    }

    private Task<bool> CommitAsync(StoredTicket stored, IReadOnlyList<PagePromise> taken, Instant now, CancellationToken cancellationToken)
    {
        var acknowledged = taken.Select(promise => EventOf(stored.TicketId, new Acknowledgement(promise.Explanation.Clock.Id, promise.By!, now, promise.Until!.Value))).ToList();
        var assessment = TicketAssessment.Of([.. stored.Events, .. acknowledged], stored.State.FiredSteps, agreements.Current, now);
        return store.CommitAsync(
            new TicketCommit(stored.TicketId, acknowledged, stored.State with { NextLook = assessment?.NextLook }, stored.Tag), cancellationToken);
    }

    private static TicketEvent EventOf(string ticketId, Acknowledgement taken) => new()
    {
        TicketId = ticketId,
        Source = Source,
        Id = $"{taken.Clock}@{taken.At}",
        Time = taken.At,
        Type = TicketEventType.Acknowledged,
        TypeName = "ticket.acknowledged",
        Change = new TicketChange { Acknowledgement = taken },
    };
}
