using SlaMonitor.Core.Erasing;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Erasing;

/// <summary>
/// Keeps people who were erased from a ticket, and texts that a reduced ticket has lost, from coming back with late news of it. What such
/// news says else counts as ever. In another ticket, which they were not erased from, people are somebody who has come anew.
/// </summary>
public sealed class LateNews(PseudonymSecret secret)
{
    /// <summary>Whether events of a ticket can be freed of names without asking the store first.</summary>
    internal bool IsReadyFor(MonitoringState state) =>
        (state.Forgotten is not { Count: > 0 } && state.ReducedAt is null) || secret.Known is not null;

    /// <summary>Asks the store for what is needed.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    internal Task GetReadyAsync(CancellationToken cancellationToken) => secret.GetAsync(cancellationToken);

    /// <summary>The events as they may be stored.</summary>
    /// <param name="state">The state of the ticket.</param>
    /// <param name="log">What is in its log.</param>
    /// <param name="news">What comes to it.</param>
    internal List<TicketEvent> Freed(MonitoringState state, IReadOnlyList<TicketEvent> log, List<TicketEvent> news)
    {
        if (news.Count == 0 || secret.Known is not { } pseudonyms) return news;

        if (state.Forgotten is { Count: > 0 } forgotten)
            news = news.ConvertAll(e => EventErasure.Of(e, new ForgottenNames(pseudonyms, forgotten)));
        if (state.ReducedAt is null) return news;

        // An event that nothing follows from is stored as it comes: it is no repeat, and its sender is told that it is there.
        var reduction = new LogReduction(pseudonyms, [.. log, .. news], keepsTerms: true);
        return news.ConvertAll(e => reduction.Of(e) ?? e with { Change = TicketChange.None });
    }
}
