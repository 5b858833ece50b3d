using Microsoft.Extensions.Logging;
using NodaTime;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Assessment;
using SlaMonitor.Monitoring.Observability;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Ingestion;

/// <summary>
/// Accepts events once, in any order. When it returns, every event is stored for good together with the time at which its ticket has to be
/// looked at next; when it throws, the sender may send all of them again.
/// </summary>
public sealed class EventIngestor(ITicketStore store, IAgreementSource agreements, IClock clock, MonitorMetrics metrics, ILogger<EventIngestor> logger)
{
    private const int MostAttempts = 100;

    /// <summary>Stores the events that are not stored yet.</summary>
    /// <exception cref="StoreUnavailableException">The store is away or too busy. What was stored by then will be recognised as a repeat.</exception>
    public async Task<IngestionReceipt> IngestAsync(IReadOnlyList<TicketEvent> events, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(events);

        using var span = Trace.Ingesting(events);
        var receipt = IngestionReceipt.Nothing;
        foreach (var ofOneTicket in Trace.Stamped(events).GroupBy(e => e.TicketId, StringComparer.Ordinal))
        {
            var taken = await IngestAsync(ofOneTicket.Key, [.. ofOneTicket], cancellationToken);
            metrics.Ingested(taken);
            receipt += taken;
        }

        return receipt;
    }

    private async Task<IngestionReceipt> IngestAsync(string ticketId, List<TicketEvent> events, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var stored = await store.LoadAsync(ticketId, cancellationToken);
            var log = stored?.Events ?? [];
            var news = NewsTo(log, events);
            if (news.Count == 0) return Receipt(events, news);

            var state = stored?.State ?? MonitoringState.Initial;
            var (now, book) = (clock.GetCurrentInstant(), agreements.Current);
            var after = TicketAssessment.Of([.. log, .. news], state.FiredSteps, book, now);
            var commit = new TicketCommit(ticketId, news, Doubts.AfterNews(state, after, () => TicketAssessment.Of(log, state.FiredSteps, book, now), now), stored?.Tag);
            if (!await store.CommitAsync(commit, cancellationToken)) continue;

            logger.EventsStored(ticketId, news.Count, events.Count - news.Count);
            return Receipt(events, news);
        }

        throw new StoreUnavailableException($"Ticket {ticketId} is being written by too many at once.", new TimeoutException());
    }

    private static List<TicketEvent> NewsTo(IReadOnlyList<TicketEvent> log, List<TicketEvent> events)
    {
        var known = log.Select(e => (e.Source, e.Id)).ToHashSet();
        return [.. events.Where(e => known.Add((e.Source, e.Id)))];
    }

    private static IngestionReceipt Receipt(List<TicketEvent> events, List<TicketEvent> news) => new(
        Stored: news.Count,
        Duplicates: events.Count - news.Count,
        WithoutEffect: events.Count(e => e.Type == TicketEventType.Unknown));
}
