using Microsoft.Extensions.Logging;
using NodaTime;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Assessment;
using SlaMonitor.Monitoring.Erasing;
using SlaMonitor.Monitoring.Observability;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Ingestion;

/// <summary>
/// Accepts events once, in any order. When it returns, every event is stored for good together with the time at which its ticket has to be
/// looked at next; when it throws, the sender may send all of them again.
/// </summary>
public sealed class EventIngestor(
    AssessedTickets tickets, FirstEvents firstEvents, LateNews lateNews, SourceCounts counts, WithoutAgreement withoutAgreement,
    MonitorMetrics metrics, ILogger<EventIngestor> logger)
{
    /// <summary>Stores the events that are not stored yet.</summary>
    /// <exception cref="StoreUnavailableException">
    /// The store is away or too busy. What was stored by then will be recognised as a repeat.
    /// </exception>
    public async Task<IngestionReceipt> IngestAsync(IReadOnlyList<TicketEvent> events, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(events);

        using var span = Trace.Ingesting(events);
        var receipt = IngestionReceipt.Nothing;
        foreach (var ofOneTicket in Trace.Stamped(events).GroupBy(e => e.TicketId, StringComparer.Ordinal))
        {
            var taken = await IngestAsync(ofOneTicket.Key, [.. ofOneTicket], cancellationToken);
            metrics.Ingested(taken.Stored, taken.Duplicates);
            receipt += taken;
        }

        return receipt;
    }

    private async Task<IngestionReceipt> IngestAsync(string ticketId, List<TicketEvent> events, CancellationToken cancellationToken)
    {
        var heardSince = await firstEvents.SinceAsync(events, cancellationToken);
        var taken = await TakeAsync(ticketId, events, heardSince, cancellationToken);
        if (taken is null)
        {
            await lateNews.GetReadyAsync(cancellationToken);
            taken = await TakeAsync(ticketId, events, heardSince, cancellationToken);
        }

        return Tell(ticketId, events, taken!.Value);
    }

    /// <returns>
    /// What there is to count of it; <c>null</c> where somebody was erased from the ticket, and their names cannot be told yet.
    /// </returns>
    private Task<Taken?> TakeAsync(
        string ticketId, List<TicketEvent> events, Instant? heardSince, CancellationToken cancellationToken) => tickets.ChangeAsync<Taken?>(
        ticketId,
        ticket => lateNews.IsReadyFor(ticket.State)
            ? Append(ticket, lateNews.Freed(ticket.State, ticket.Events, NewsTo(ticket.Events, events)), heardSince)
            : (null, null),
        cancellationToken);

    private IngestionReceipt Tell(string ticketId, List<TicketEvent> events, Taken taken)
    {
        if (taken.Ticket is { } known)
        {
            if (taken.IsUnpromised) withoutAgreement.Note(known);
            if (taken.LostCreations > 0) logger.CreationNotReceived(ticketId, known.CreatedAt);
            if (taken.SilentBefore is { } since) logger.EarlierStepsNotTold(ticketId, since);
            if (taken.Undecided > 0) logger.RequesterNotKnown(ticketId, taken.Undecided);
            if (taken.IsOfReduced) logger.NewsOfReducedTicket(ticketId, taken.News.Count);
            if (taken.AgreedInVain > 0) logger.AgreedDueInVain(ticketId, taken.AgreedInVain);
            counts.LostCreation(known, taken.LostCreations);
            counts.UnknownRequester(known, taken.Undecided);
            counts.AgreedInVain(known, taken.AgreedInVain);
        }

        if (taken.News.Count > 0) logger.EventsStored(ticketId, taken.News.Count, events.Count - taken.News.Count);
        return Receipt(events, taken.News);
    }

    /// <returns>What to write, and what there is to count of it.</returns>
    private static (TicketCommit? Commit, Taken? Answer) Append(AssessedTicket ticket, List<TicketEvent> news, Instant? heardSince)
    {
        if (news.Count == 0) return (null, new Taken(news, null, false, 0, 0, 0, null, false));

        var after = ticket.AssessmentWith(news, heardSince);
        var state = ticket.State with { HeardSince = ticket.State.HeardSince ?? after?.HeardSince };
        var commit = ticket.Commit(news, LedgerCheck.StateAfterNews(state, after, () => ticket.Assessment, ticket.Now), after);
        return (commit, new Taken(
            news,
            after?.Ticket,
            WithoutAgreement.Holds(after) && !WithoutAgreement.Holds(ticket.Assessment),
            (after is { Ticket.CreationSeen: false } ? 1 : 0) - (LacksCreation(ticket.Events) ? 1 : 0),
            Undecided(ticket.Events.Concat(news)) - Undecided(ticket.Events),
            AgreedInVain(ticket, after),
            ticket.State.HeardSince is null ? state.HeardSince : null,
            ticket.State.ReducedAt is not null));
    }

    private static bool LacksCreation(IReadOnlyList<TicketEvent> log)
    {
        var isKnown = false;
        foreach (var e in log)
        {
            if (e.Type == TicketEventType.Created) return false;
            isKnown |= e.Type is not (TicketEventType.Unknown or TicketEventType.Acknowledged);
        }

        return isKnown;
    }

    private static List<TicketEvent> NewsTo(IReadOnlyList<TicketEvent> log, List<TicketEvent> events)
    {
        // Of a long log only what may be a repeat is looked at closely.
        var ids = events.Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        var known = log.Where(e => ids.Contains(e.Id)).Select(e => (e.Source, e.Id)).ToHashSet();
        return [.. events.Where(e => known.Add((e.Source, e.Id)))];
    }

    private static IngestionReceipt Receipt(List<TicketEvent> events, List<TicketEvent> news) => new(
        Stored: news.Count,
        Duplicates: events.Count - news.Count,
        WithoutEffect: events.Count(e => e.Type == TicketEventType.Unknown));

    /// <summary>How many messages are an agent's if the requester did not write them, as long as nobody has said who that is.</summary>
    private static int Undecided(IEnumerable<TicketEvent> log)
    {
        var messages = 0;
        foreach (var e in log)
        {
            if (e.Type == TicketEventType.Unknown) continue;
            if (e.Change.Requesters is { Count: > 0 }) return 0;
            if (e is { Type: TicketEventType.Replied, Change: { OthersAreAgents: true, Public: not false } }) messages++;
        }

        return messages;
    }

    /// <summary>
    /// How many of the due times that are agreed now count for no clock: none of the metric has that one, or one of later.
    /// </summary>
    private static int AgreedInVain(AssessedTicket ticket, TicketAssessment? after)
    {
        if (after is not { Ticket.AgreedDues: { Count: > 0 } agreed }) return 0;

        // Mostly all count. Only else is it asked what the ticket was before: that has to be worked out first.
        return agreed.Count(due => !IsOfAClock(due) && ticket.Assessment?.Ticket.AgreedDues.Contains(due) != true);

        bool IsOfAClock(AgreedDueSince due) => after.Clocks.Any(clock =>
            clock.AgreedDue?.From >= due.From && clock.Target.Metric.Name == due.Agreed.Metric);
    }

    /// <summary>What became of the events of one ticket.</summary>
    /// <param name="News">The events that were new.</param>
    /// <param name="Ticket">What the ticket is now; <c>null</c> where nothing is known of it, or nothing was new.</param>
    /// <param name="IsUnpromised">
    /// Whether no agreement governs it from now on. One of which that was so before was counted then.
    /// </param>
    /// <param name="LostCreations">One where the ticket became known without its creation; minus one where that came late.</param>
    /// <param name="Undecided">
    /// Messages of which nobody knows whether the requester wrote them; fewer than none where somebody told now who that is.
    /// </param>
    /// <param name="AgreedInVain">Due times that were agreed, and that count for no clock.</param>
    /// <param name="SilentBefore">Where what was due before this is told to nobody from now on.</param>
    /// <param name="IsOfReduced">Whether the ticket's log was reduced before.</param>
    private readonly record struct Taken(
        List<TicketEvent> News, Ticket? Ticket, bool IsUnpromised, int LostCreations, int Undecided, int AgreedInVain,
        Instant? SilentBefore, bool IsOfReduced);
}
