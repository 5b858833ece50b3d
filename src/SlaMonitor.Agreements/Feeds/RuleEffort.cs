using Ical.Net;
using Ical.Net.DataTypes;
using NodaTime;

namespace SlaMonitor.Agreements.Feeds;

/// <summary>
/// How many steps it takes to walk a series from its start. A feed is somebody else's text: <c>FREQ=SECONDLY</c> since 1970 must not keep
/// the monitor from its work.
/// </summary>
internal static class RuleEffort
{
    /// <summary>What one feed may take in all: some seconds at the worst. A daily series takes 365 for each year.</summary>
    public const long Most = 1_000_000;

    /// <summary>The steps of one series until a moment, roughly.</summary>
    public static long Of(RecurrenceRule? rule, CalDateTime start, Instant until)
    {
        if (rule is null) return 1;

        var length = until - Instant.FromUtc(start.Year, start.Month, start.Day, 0, 0);
        var walked = Math.Max(length.TotalSeconds, 0) / (SecondsOf(rule.Frequency) * Math.Max(rule.Interval, 1));
        return (long)Math.Min(long.MaxValue / 2, (walked + 1) * Width(rule));
    }

    /// <summary>How many dates one step may have.</summary>
    private static double Width(RecurrenceRule rule)
    {
        var weeks = rule.Frequency switch { FrequencyType.Yearly => 53, FrequencyType.Monthly => 5, _ => 1 };
        return new[]
        {
            rule.BySecond.Count, rule.ByMinute.Count, rule.ByHour.Count, rule.ByMonthDay.Count, rule.ByYearDay.Count, rule.ByWeekNo.Count,
            rule.ByMonth.Count, rule.ByDay.Count * weeks,
        }
            .Aggregate(1.0, (width, count) => width * Math.Max(count, 1));
    }

    private static double SecondsOf(FrequencyType frequency) => frequency switch
    {
        FrequencyType.Secondly => 1,
        FrequencyType.Minutely => NodaConstants.SecondsPerMinute,
        FrequencyType.Hourly => NodaConstants.SecondsPerHour,
        FrequencyType.Daily => NodaConstants.SecondsPerDay,
        FrequencyType.Weekly => NodaConstants.SecondsPerWeek,
        FrequencyType.Monthly => 30 * NodaConstants.SecondsPerDay,
        _ => 365 * NodaConstants.SecondsPerDay,
    };
}
