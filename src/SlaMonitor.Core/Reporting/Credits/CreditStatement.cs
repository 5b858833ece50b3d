using SlaMonitor.Core.Agreements.Credits;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Reporting.Figures;
using SlaMonitor.Core.Reporting.Periods;

namespace SlaMonitor.Core.Reporting.Credits;

/// <summary>What one fee period costs the provider, worked out from figures that the report shows.</summary>
public sealed record CreditStatement
{
    /// <summary>The fee period.</summary>
    public required ReportSpan Period { get; init; }

    /// <summary>The version whose rules count: that of the last day in force.</summary>
    public required int Version { get; init; }

    /// <summary>The ISO 4217 code of every amount.</summary>
    public required string Currency { get; init; }

    /// <summary>On how many days of the period the agreement was in force; the basic fee is paid for these.</summary>
    public required int DaysInForce { get; init; }

    /// <summary>What is paid, each line not rounded.</summary>
    public required IReadOnlyList<FeeLine> Fees { get; init; }

    /// <summary>Every rule, in file order.</summary>
    public required IReadOnlyList<CreditLine> Lines { get; init; }

    /// <summary>The most that is credited, not rounded; <c>null</c> for no limit.</summary>
    public required decimal? Cap { get; init; }

    /// <summary>Whether the period is over, so that only late news can change it.</summary>
    public required bool IsFinal { get; init; }

    /// <summary>What the steps that count add up to, neither capped nor rounded.</summary>
    public decimal Sum => Lines.Where(line => line.Counts).Sum(line => line.Amount);

    /// <summary>Whether the cap took something off.</summary>
    public bool IsCapped => Sum > Cap;

    /// <summary>The credit: capped, and then rounded once, half to even, to the currency's smallest unit.</summary>
    public decimal Total => CurrencyUnits.Round(Cap is { } cap ? Math.Min(Sum, cap) : Sum, Currency);

    /// <summary>All fees together, rounded once.</summary>
    public decimal FeeTotal => CurrencyUnits.Round(Fees.Sum(fee => fee.Amount), Currency);

    /// <summary>Makes the statement of a fee period.</summary>
    /// <param name="history">The agreement.</param>
    /// <param name="period">A whole fee period.</param>
    /// <param name="measures">What was measured in it.</param>
    /// <param name="isFinal">Whether it is over.</param>
    /// <returns>The statement; <c>null</c> where no fee is paid for any day of the period, or no credit was agreed.</returns>
    internal static CreditStatement? Of(AgreementHistory history, ReportSpan period, Measures measures, bool isFinal)
    {
        if (FeePeriod.Of(history, period) is not { Terms.Credits: { } credits } paid) return null;

        return new CreditStatement
        {
            Period = period,
            Version = paid.Terms.Version,
            Currency = paid.Fees.Currency,
            DaysInForce = paid.DaysInForce,
            Fees = [.. FeesOf(paid.Fees, measures.Tickets.Emergencies)],
            Lines = LinesOf(credits, paid, measures),
            Cap = credits.Cap?.Of(paid.Fees),
            IsFinal = isFinal,
        };
    }

    private static IEnumerable<FeeLine> FeesOf(FeeSchedule fees, int emergencies)
    {
        yield return new FeeLine(FeeKind.Basic, null, 1, fees.Basic);
        if (fees.EmergencyPerTicket > 0)
            yield return new FeeLine(FeeKind.Emergencies, null, emergencies, emergencies * fees.EmergencyPerTicket);
        foreach (var service in fees.ValueAdded) yield return new FeeLine(FeeKind.ValueAdded, service.Name, 1, service.Amount);
    }

    private static List<CreditLine> LinesOf(CreditTerms credits, FeePeriod paid, Measures measures)
    {
        var best = paid.Terms.Indicators.Satisfaction?.Of ?? TicketCounts.BestRating;
        var lines = credits.Rules.Select(rule =>
        {
            var figure = measures.Of(rule.When.Measure, rule.When.TargetId, best);
            return new CreditLine(
                rule, figure, measures.BasisOf(rule.When.Measure, rule.When.TargetId),
                Holds: figure is { } measured && rule.When.IsMetBy(measured), rule.Credit.Of(paid.Fees), Counts: false);
        }).ToList();

        foreach (var ladder in lines.Where(line => line.Holds).GroupBy(line => (line.Rule.When.Measure, line.Rule.When.TargetId)).ToList())
        {
            var largest = ladder.MaxBy(line => line.Amount)!;
            lines[lines.FindIndex(line => ReferenceEquals(line, largest))] = largest with { Counts = true };
        }

        return lines;
    }
}
