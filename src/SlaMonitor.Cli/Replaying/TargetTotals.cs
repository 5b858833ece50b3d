using SlaMonitor.Core.Clocks;

namespace SlaMonitor.Cli.Replaying;

/// <summary>What the clocks of one target come to.</summary>
/// <param name="metric">The name of its metric.</param>
internal sealed class TargetTotals(string metric)
{
    private readonly long[] _byState = new long[Enum.GetValues<ClockState>().Length];

    public string Metric => metric;

    public long ElapsedSeconds { get; private set; }

    public long Clocks => _byState.Sum();

    /// <summary>Kept, of those that are decided; <c>null</c> where none is.</summary>
    public decimal? Attainment => this[ClockState.Met] + this[ClockState.Breached] is > 0 and var decided
        ? (decimal)this[ClockState.Met] / decided
        : null;

    public long this[ClockState state] => _byState[(int)state];

    public void Add(ClockState state, long elapsedSeconds)
    {
        _byState[(int)state]++;
        ElapsedSeconds += elapsedSeconds;
    }

    public void Add(TargetTotals other)
    {
        for (var i = 0; i < _byState.Length; i++) _byState[i] += other._byState[i];
        ElapsedSeconds += other.ElapsedSeconds;
    }
}
