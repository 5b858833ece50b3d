using NodaTime;

namespace SlaMonitor.Core.Reporting;

/// <summary>What late news changed in a report since it was last sent.</summary>
/// <param name="SentAsOf">The time of the report that was sent.</param>
/// <param name="Figures">The figures that changed, by kind.</param>
/// <param name="NowBroken">
/// Promises that are broken now and were not then. Not told where the sent report had more broken promises than are kept by name.
/// </param>
/// <param name="NotBroken">Promises that were broken then and are not any more.</param>
public sealed record Restatement(
    Instant SentAsOf, IReadOnlyList<RestatedFigure> Figures, IReadOnlyList<BrokenPromise> NowBroken,
    IReadOnlyList<BrokenPromise> NotBroken)
{
    /// <summary>Compares a report with the one on the same span that was sent.</summary>
    /// <returns>What changed; <c>null</c> where nothing did.</returns>
    public static Restatement? Of(ReportSummary sent, Report report)
    {
        ArgumentNullException.ThrowIfNull(sent);
        ArgumentNullException.ThrowIfNull(report);

        var best = report.BestRating;
        var (before, after) = (FiguresOf(sent, best), FiguresOf(ReportSummary.Of(report), best));
        var figures = before.Keys.Union(after.Keys)
            .Select(name => new RestatedFigure(name.Kind, name.Of, before.GetValueOrDefault(name), after.GetValueOrDefault(name)))
            .Where(figure => figure.Before != figure.After)
            .OrderBy(figure => figure.Kind).ThenBy(figure => figure.Of, StringComparer.Ordinal)
            .ToList();

        var (was, now) = (sent.Broken.ToHashSet(), report.Breaches.Select(BrokenPromise.Of).ToList());
        List<BrokenPromise> nowBroken = was.Count < ReportSummary.MostBroken ? [.. now.Where(promise => !was.Contains(promise))] : [];
        List<BrokenPromise> notBroken = [.. sent.Broken.Except(now)];
        return figures.Count + nowBroken.Count + notBroken.Count == 0
            ? null
            : new Restatement(sent.AsOf, figures, nowBroken, notBroken);
    }

    private static Dictionary<(RestatedKind Kind, string? Of), decimal?> FiguresOf(ReportSummary report, int best)
    {
        var tickets = report.Tickets;
        var figures = new Dictionary<(RestatedKind Kind, string? Of), decimal?>
        {
            [(RestatedKind.Attainment, null)] = report.Promises.Attainment,
            [(RestatedKind.Resolved, null)] = tickets.Resolved,
            [(RestatedKind.GivenUp, null)] = tickets.GivenUp,
            [(RestatedKind.Reopened, null)] = tickets.Reopened,
            [(RestatedKind.Answers, null)] = tickets.Answers,
            [(RestatedKind.Satisfaction, null)] = tickets.Satisfaction(best),
        };
        foreach (var (target, promises) in report.Targets)
        {
            figures[(RestatedKind.Met, target)] = promises.Met;
            figures[(RestatedKind.Breached, target)] = promises.Breached;
            figures[(RestatedKind.Cancelled, target)] = promises.Cancelled;
        }

        foreach (var (period, credit) in report.Credits) figures[(RestatedKind.Credit, period)] = credit;
        return figures;
    }
}
