using Microsoft.Extensions.Logging;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Assessment;
using SlaMonitor.Monitoring.Observability;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Ingestion;

/// <summary>
/// Accepts events once, in any order. When it returns, every event is stored for good together with the time at which its ticket has to be
/// looked at next; when it throws, the sender may send all of them again.
/// </summary>
public sealed class EventIngestor(
    AssessedTickets tickets, WithoutAgreement withoutAgreement, MonitorMetrics metrics, ILogger<EventIngestor> logger)
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
        var (news, unpromised) = await tickets.ChangeAsync(
            ticketId, ticket => Append(ticket, NewsTo(ticket.Events, events)), cancellationToken);
        if (unpromised is not null) withoutAgreement.Note(unpromised);
        if (news.Count > 0) logger.EventsStored(ticketId, news.Count, events.Count - news.Count);
        return Receipt(events, news);
    }

    /// <returns>
    /// What to write, the events that are new, and the ticket where no agreement governs it from now on; one of which that was so before
    /// was counted then.
    /// </returns>
    private static (TicketCommit? Commit, (List<TicketEvent> News, Ticket? Unpromised) Answer) Append(
        AssessedTicket ticket, List<TicketEvent> news)
    {
        if (news.Count == 0) return (null, (news, null));

        var after = ticket.AssessmentWith(news);
        var commit = ticket.Commit(news, LedgerCheck.StateAfterNews(ticket.State, after, () => ticket.Assessment, ticket.Now), after);
        var isNews = WithoutAgreement.Holds(after) && !WithoutAgreement.Holds(ticket.Assessment);
        return (commit, (news, isNews ? after!.Ticket : null));
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
}
