using Microsoft.Extensions.Logging;
using NodaTime;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Assessment;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Notification.Acknowledging;

/// <summary>
/// Lets whoever has a link take the promise that it was made for. An acknowledgement is an event in the ticket's own log: it is stored once, and
/// everything else follows from it.
/// </summary>
public sealed class Acknowledger(
    AcknowledgeTokens tokens, ITicketStore store, IAgreementSource agreements, IClock clock, ILogger<Acknowledger> logger)
{
    private const string Source = "urn:slamonitor";
    private const int MostAttempts = 100;

    /// <summary>How it stands with what a link was made for. Changes nothing, however often it is asked.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public Task<AcknowledgePage> LookAsync(string token, CancellationToken cancellationToken) => AnswerAsync(token, takes: false, cancellationToken);

    /// <summary>Takes the promise, unless somebody has it already.</summary>
    /// <exception cref="StoreUnavailableException">The store is away; nothing was taken, or asking again says that it was.</exception>
    public Task<AcknowledgePage> TakeAsync(string token, CancellationToken cancellationToken) => AnswerAsync(token, takes: true, cancellationToken);

    private async Task<AcknowledgePage> AnswerAsync(string token, bool takes, CancellationToken cancellationToken)
    {
        if (await tokens.ReadAsync(token, clock.GetCurrentInstant()) is not var (grant, expired)) return new AcknowledgePage { State = AcknowledgeState.Invalid };

        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var now = StoredInstant.Truncate(clock.GetCurrentInstant());
            var stored = await store.LoadAsync(grant.TicketId, cancellationToken);
            var assessment = stored is null ? null : TicketAssessment.Of(stored.Events, stored.State.FiredSteps, agreements.Current, now);
            if (assessment?.Clocks.FirstOrDefault(candidate => candidate.Id == grant.Clock) is not { } promise)
                return new AcknowledgePage { State = expired ? AcknowledgeState.Expired : AcknowledgeState.Done };

            var page = Page(token, grant, promise, expired, now);
            if (!takes || page.State != AcknowledgeState.Open) return page;

            var taken = new Acknowledgement(promise.Id, grant.Recipient, now, page.Until!.Value);
            if (!await CommitAsync(stored!, taken, now, cancellationToken)) continue;

            logger.Taken(grant.TicketId, promise.Id, taken.Until);
            return page with { State = AcknowledgeState.Taken, By = taken.By, At = taken.At, JustTaken = true, ActionUrl = null };
        }

        throw new StoreUnavailableException($"Ticket {grant.TicketId} is being written by too many at once.", new TimeoutException());
    }

    private static AcknowledgePage Page(string token, AcknowledgeGrant grant, Clock promise, bool expired, Instant now)
    {
        var reader = Recipients.Known(promise.Agreement, grant.Recipient, string.Empty);
        var taken = promise.AcknowledgementAt(now);
        var state = expired ? AcknowledgeState.Expired
            : promise.EndedAt <= now ? AcknowledgeState.Done
            : taken is not null ? AcknowledgeState.Taken
            : AcknowledgeState.Open;
        return new AcknowledgePage
        {
            State = state,
            // Whoever finds an old link is told no more than that it is old.
            Explanation = expired ? null : ClockExplanation.Of(promise, now),
            Recipient = grant.Recipient,
            By = state == AcknowledgeState.Taken ? taken?.By : null,
            At = state == AcknowledgeState.Taken ? taken?.At : null,
            Until = state switch
            {
                AcknowledgeState.Taken => taken?.Until,
                AcknowledgeState.Open => now + promise.Agreement.AcknowledgementExpires,
                _ => null,
            },
            Language = reader.Language,
            TimeZone = reader.TimeZone,
            ActionUrl = state == AcknowledgeState.Open ? token : null,
        };
    }

    private Task<bool> CommitAsync(StoredTicket stored, Acknowledgement taken, Instant now, CancellationToken cancellationToken)
    {
        var acknowledged = new TicketEvent
        {
            TicketId = stored.TicketId,
            Source = Source,
            Id = $"{taken.Clock}@{taken.At}",
            Time = taken.At,
            Type = TicketEventType.Acknowledged,
            TypeName = "ticket.acknowledged",
            Change = new TicketChange { Acknowledgement = taken },
        };
        var assessment = TicketAssessment.Of([.. stored.Events, acknowledged], stored.State.FiredSteps, agreements.Current, now);
        var state = Doubts.AfterNews(stored.State, assessment, () => null, now);
        return store.CommitAsync(new TicketCommit(stored.TicketId, [acknowledged], state, stored.Tag), cancellationToken);
    }
}
