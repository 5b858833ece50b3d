using NodaTime;
using SlaMonitor.Core.Comparing;

namespace SlaMonitor.Mails.Comparisons;

/// <summary>The same history under two agreements, or two versions of one.</summary>
public sealed record Comparison
{
    /// <summary>The first terms.</summary>
    public required ComparedTerms From { get; init; }

    /// <summary>The second.</summary>
    public required ComparedTerms To { get; init; }

    /// <summary>The zone that the page shows times in.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>When the history begins.</summary>
    public required Instant First { get; init; }

    /// <summary>As of when the promises are.</summary>
    public required Instant AsOf { get; init; }

    /// <summary>How many events there are.</summary>
    public required long Events { get; init; }

    /// <summary>How many tickets there are.</summary>
    public required long Tickets { get; init; }

    /// <summary>How many promises come to something else, by the name of the metric.</summary>
    public required IReadOnlyDictionary<string, MetricChanges> Changes { get; init; }

    /// <summary>Why; one change may have several reasons.</summary>
    public required IReadOnlyDictionary<ChangeReason, int> Reasons { get; init; }

    /// <summary>Promises that are broken and were not: the first of them by ticket.</summary>
    public required IReadOnlyList<ClockChange> Worse { get; init; }

    /// <summary>Promises that are not broken and were: the first of them by ticket.</summary>
    public required IReadOnlyList<ClockChange> Better { get; init; }

    /// <summary>How many are broken and were not.</summary>
    public int WorseCount => Changes.Values.Sum(metric => metric.Worse);

    /// <summary>How many are not broken and were.</summary>
    public int BetterCount => Changes.Values.Sum(metric => metric.Better);

    /// <summary>How many stand otherwise.</summary>
    public int OtherCount => Changes.Values.Sum(metric => metric.Others);

    /// <summary>What both cost, by period and currency.</summary>
    public IEnumerable<(string Period, string Currency, decimal From, decimal To)> CreditsByPeriod => From.Credits
        .Select(credit => (credit.Period, credit.Currency, From: credit.Amount, To: 0m))
        .Concat(To.Credits.Select(credit => (credit.Period, credit.Currency, From: 0m, To: credit.Amount)))
        .GroupBy(one => (one.Period, one.Currency))
        .Select(sum => (sum.Key.Period, sum.Key.Currency, sum.Sum(one => one.From), sum.Sum(one => one.To)));

    /// <summary>What both cost, by currency.</summary>
    public IEnumerable<(string Currency, decimal From, decimal To)> CreditSums => CreditsByPeriod
        .GroupBy(one => one.Currency, StringComparer.Ordinal)
        .Select(sum => (sum.Key, sum.Sum(one => one.From), sum.Sum(one => one.To)));
}
