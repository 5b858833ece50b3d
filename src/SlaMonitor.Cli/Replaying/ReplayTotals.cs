using System.Text.Json.Nodes;
using NodaTime;
using SlaMonitor.Core.Clocks;

namespace SlaMonitor.Cli.Replaying;

/// <summary>What a replay comes to: <c>summary.json</c>. Counted by one thread at a time.</summary>
internal sealed class ReplayTotals
{
    private readonly SortedDictionary<(string Agreement, string Target), TargetTotals> _targets = [];

    public long Events { get; private set; }

    public long Tickets { get; private set; }

    public long WithoutAgreement { get; private set; }

    public long Clocks => _targets.Values.Sum(target => target.Clocks);

    public void AddEvents(long events) => Events += events;

    public void AddTicket(bool isGoverned)
    {
        Tickets++;
        if (!isGoverned) WithoutAgreement++;
    }

    public void Add(Clock clock, ClockState state, Instant asOf)
    {
        var key = (clock.Agreement.Id, clock.Target.Id);
        if (!_targets.TryGetValue(key, out var totals)) _targets[key] = totals = new TargetTotals(clock.Target.Metric.Name);
        totals.Add(state, clock.ElapsedAt(asOf).TotalSeconds);
    }

    /// <summary>Takes over what another has counted.</summary>
    public void Add(ReplayTotals other)
    {
        Events += other.Events;
        Tickets += other.Tickets;
        WithoutAgreement += other.WithoutAgreement;
        foreach (var (key, totals) in other._targets)
        {
            if (!_targets.TryGetValue(key, out var sum)) _targets[key] = sum = new TargetTotals(totals.Metric);
            sum.Add(totals);
        }
    }

    public IEnumerable<(string Agreement, string Target, TargetTotals Totals)> Targets =>
        _targets.Select(entry => (entry.Key.Agreement, entry.Key.Target, entry.Value));

    public JsonObject ToJson(Instant asOf) => new()
    {
        ["asOf"] = asOf.ToString(),
        ["events"] = Events,
        ["tickets"] = Tickets,
        ["ticketsWithoutAgreement"] = WithoutAgreement,
        ["clocks"] = Clocks,
        ["targets"] = new JsonArray([.. Targets.Select(one => new JsonObject
        {
            ["agreement"] = one.Agreement,
            ["target"] = one.Target,
            ["metric"] = one.Totals.Metric,
            ["met"] = one.Totals[ClockState.Met],
            ["breached"] = one.Totals[ClockState.Breached],
            ["running"] = one.Totals[ClockState.Running],
            ["paused"] = one.Totals[ClockState.Paused],
            ["cancelled"] = one.Totals[ClockState.Cancelled],
            ["attainment"] = one.Totals.Attainment,
            ["elapsedSeconds"] = one.Totals.ElapsedSeconds,
        })]),
    };
}
