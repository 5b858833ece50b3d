using SlaMonitor.Core.Erasing;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Erasing;

/// <summary>
/// Keeps people who were erased from a ticket from coming back with late news of it. What such news says else counts as ever. In another
/// ticket, which they were not erased from, they are somebody who has come anew.
/// </summary>
public sealed class LateNews(PseudonymSecret secret)
{
    /// <summary>Whether events of a ticket can be freed of names without asking the store first.</summary>
    internal bool IsReadyFor(MonitoringState state) => state.Forgotten is not { Count: > 0 } || secret.Known is not null;

    /// <summary>Asks the store for what is needed.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    internal Task GetReadyAsync(CancellationToken cancellationToken) => secret.GetAsync(cancellationToken);

    /// <summary>The events as they may be stored.</summary>
    internal List<TicketEvent> Freed(MonitoringState state, List<TicketEvent> news) =>
        state.Forgotten is { Count: > 0 } forgotten && secret.Known is { } pseudonyms
            ? news.ConvertAll(e => EventErasure.Of(e, new ForgottenNames(pseudonyms, forgotten)))
            : news;
}
