using NodaTime;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Mails.Comparisons;
using SlaMonitor.Mails.Contents;

namespace SlaMonitor.Cli.Replaying;

/// <summary>What a replay under two agreements comes to, as pages and terminals show it.</summary>
internal static class ReplayComparison
{
    /// <summary>Puts both sides beside each other.</summary>
    /// <param name="replay">A replay that compares.</param>
    public static Comparison Of(Replay replay) => new()
    {
        From = Of(replay.Terms),
        To = Of(replay.Against!),
        Zone = replay.Terms.Reports is [var first, ..] ? first.Terms.TimeZone : DateTimeZone.Utc,
        First = replay.First ?? replay.AsOf,
        AsOf = replay.AsOf,
        Events = replay.Terms.Totals.Events,
        Tickets = replay.Terms.Totals.Tickets,
        Changes = replay.Changes.ByMetric,
        Reasons = replay.Changes.Reasons,
        Worse = replay.Changes.FirstWorse,
        Better = replay.Changes.FirstBetter,
    };

    private static ComparedTerms Of(ReplayedTerms terms) => new()
    {
        Name = terms.Name,
        Versions = [.. terms.Book.Agreements.SelectMany(history => history.Versions.Select(one => $"{one.Id} v{one.Version}"))],
        Metrics = terms.Totals.Targets.GroupBy(one => one.Totals.Metric, StringComparer.Ordinal)
            .ToDictionary(ofMetric => ofMetric.Key, ofMetric => Sum([.. ofMetric.Select(one => one.Totals)]), StringComparer.Ordinal),
        Credits = [.. terms.Reports.SelectMany(report => report.Credits)
            .Select(credit => new ComparedCredit(credit.Period.ToString(), credit.Currency, credit.Total))],
        Mails = terms.Mails?.Mails,
        Told = terms.Mails?.ByKind ?? new Dictionary<MailItemKind, long>(),
        ByPerson = terms.Mails?.ByPerson ?? new Dictionary<string, long>(StringComparer.OrdinalIgnoreCase),
    };

    private static ComparedMetric Sum(List<TargetTotals> targets) => new(
        targets.Sum(one => one[ClockState.Met]),
        targets.Sum(one => one[ClockState.Breached]),
        targets.Sum(one => one[ClockState.Running] + one[ClockState.Paused]));
}
