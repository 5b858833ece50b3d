using System.Globalization;
using System.Text.Json;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Clocks;

namespace SlaMonitor.Conformance.Tickets;

/// <summary>Answers what a case expects of one metric.</summary>
internal sealed class MetricAnswers
{
    private readonly Instant _now;
    private readonly Clock? _open;
    private readonly Clock? _asked;

    public MetricAnswers(TicketCase asked, Metric metric)
    {
        _now = asked.Now;
        var clocks = asked.Clocks.Where(clock => clock.Target.Metric == metric).ToList();
        _open = clocks.LastOrDefault(clock => clock.EndedAt is null);

        // What the source has recorded is about the exchange that ended last; what it says of an instant is about the one that goes on.
        var ended = clocks.LastOrDefault(clock => clock.EndedAt is not null);
        _asked = asked.IsAskedLater ? _open ?? ended : ended ?? _open;
    }

    public Finding Answer(string key, JsonElement expected)
    {
        var isNull = expected.ValueKind == JsonValueKind.Null;
        return key switch
        {
            // Nothing expected: nothing is open. A time expected: that of the promise, be it kept by now or not.
            "dueAt" => new Finding(key, TextOf(expected), (isNull ? _open : _open ?? _asked)?.DueAt?.ToString()),
            // A source that has not recorded a time says that the promise has not been kept yet.
            "elapsedMinutes" when isNull => new Finding(key, null, _asked?.EndedAt?.ToString()),
            "remainingMinutes" when isNull => new Finding(key, null, _asked?.EndedAt?.ToString()),
            "elapsedMinutes" => new Finding(key, Minutes(expected), Minutes(_asked?.ElapsedAt(_now))),
            "remainingMinutes" => new Finding(key, Minutes(expected), Minutes(_asked?.RemainingAt(_now))),
            "achievedAt" => new Finding(key, TextOf(expected), _asked?.EndedAt?.ToString()),
            "breached" => new Finding(key, expected.GetBoolean().ToString(), (_asked?.StateAt(_now) == ClockState.Breached).ToString()),
            "lateMinutes" => new Finding(key, isNull ? null : Minutes(expected), Late()),
            "pausedWorkingSeconds" => new Finding(key, expected.GetDecimal().ToString("0.###", CultureInfo.InvariantCulture), Paused()),
            _ => throw new NotOursException(key),
        };
    }

    private static string? TextOf(JsonElement expected) =>
        expected.ValueKind == JsonValueKind.Null ? null : CaseJson.InstantOf(expected).ToString();

    private static string Minutes(JsonElement expected) => expected.GetDecimal().ToString("0.#####", CultureInfo.InvariantCulture);

    private static string? Minutes(BusinessDuration? amount) =>
        amount is { } given
            ? ((decimal)given.Ticks / NodaConstants.TicksPerMinute).ToString("0.#####", CultureInfo.InvariantCulture)
            : null;

    private string? Late() => _asked?.RemainingAt(_now) is { } left && left < BusinessDuration.Zero ? Minutes(-left) : null;

    private string? Paused()
    {
        if (_asked is not { } clock) return null;

        var held = clock.Stretches.Where(stretch => !stretch.Counts && stretch.From < _now)
            .Aggregate(BusinessDuration.Zero, (sum, stretch) => sum + clock.Target.Counting.Elapsed(stretch.From, stretch.To ?? _now));
        return ((decimal)held.Ticks / NodaConstants.TicksPerSecond).ToString("0.###", CultureInfo.InvariantCulture);
    }
}
