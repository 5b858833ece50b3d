using NodaTime;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Monitoring.Concurrency;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Views;

namespace SlaMonitor.Monitoring.Agreements;

/// <summary>Assesses open tickets by the agreements in force and by others, and counts what moves.</summary>
internal sealed class TrialEffects(ITicketStore store)
{
    /// <summary>How many open tickets are looked at, at most: each is loaded.</summary>
    public const int Most = 5_000;

    private const int PageSize = 500;
    private const int MostExamples = 20;

    public async Task<TrialEffectView> OfAsync(AgreementBook present, AgreementBook other, Instant now, CancellationToken cancellationToken)
    {
        var (looked, moved, late) = (0, 0, 0);
        var examples = new List<TrialEffectView.MovedPromise>();
        string? after = null;
        do
        {
            var page = await store.ReadOpenAsync(after, PageSize, cancellationToken);
            var effects = await AtOnce.SelectAsync(page.Tickets, async ticket =>
                await store.LoadAsync(ticket.TicketId, cancellationToken) is { } stored ? Moved(stored, present, other, now) : []);
            looked += page.Tickets.Count;
            foreach (var ofTicket in effects.Where(ofTicket => ofTicket.Count > 0))
            {
                moved++;
                if (ofTicket.FirstOrDefault(promise => promise.LateAtOnce) is { } broken)
                {
                    late++;
                    examples.Insert(0, broken);
                }
                else
                {
                    examples.Add(ofTicket[0]);
                }
            }

            after = page.Next;
        }
        while (after is not null && looked < Most);

        return new(looked, after is null, moved, late, [.. examples.Take(MostExamples)]);
    }

    private static List<TrialEffectView.MovedPromise> Moved(StoredTicket stored, AgreementBook present, AgreementBook other, Instant now)
    {
        var (before, then) = (OpenOf(stored, present, now), OpenOf(stored, other, now));
        return [.. before.Keys.Union(then.Keys)
            .Select(key => Moved(stored.TicketId, key, before.GetValueOrDefault(key), then.GetValueOrDefault(key), now))
            .OfType<TrialEffectView.MovedPromise>()];
    }

    private static TrialEffectView.MovedPromise? Moved(
        string ticket, (string Metric, int Cycle) key, Clock? before, Clock? then, Instant now) =>
        before is not null && then is not null && before.DueAt == then.DueAt
            ? null
            : new(
                ticket, key.Metric, key.Cycle, before?.DueAt, then?.DueAt,
                IsBroken(then, now) && !IsBroken(before, now));

    private static bool IsBroken(Clock? clock, Instant now) => clock?.DueAt < now;

    private static Dictionary<(string Metric, int Cycle), Clock> OpenOf(StoredTicket stored, AgreementBook book, Instant now)
    {
        var state = stored.State;
        var assessment = TicketAssessment.Of(stored.Events, state.FiredSteps, book, now, state.Waiting, state.HeardSince);
        return (assessment?.Clocks ?? []).Where(clock => clock.EndedAt is null)
            .GroupBy(clock => (clock.Target.Metric.Name, clock.Cycle)).ToDictionary(same => same.Key, same => same.First());
    }
}
