using SlaMonitor.Core.Agreements.Credits;
using SlaMonitor.Core.Agreements.Indicators;
using SlaMonitor.Core.Reporting.Figures;

namespace SlaMonitor.Core.Reporting;

/// <summary>Holds the figures of a report against what the agreement promises over a period.</summary>
internal static class IndicatorFigures
{
    public static IReadOnlyList<IndicatorFigure> Of(ReportScope scope, Measures measures)
    {
        var promised = scope.Terms.Indicators;
        return
        [
            .. new[]
            {
                Rate(Measure.Attainment, promised.Attainment),
                Rate(Measure.ResolutionRate, promised.ResolutionRate),
                promised.Satisfaction is { } s ? Figure(Measure.Satisfaction, s.AtLeast, s.Per, s.Of) : null,
            }.OfType<IndicatorFigure>(),
        ];

        IndicatorFigure? Rate(Measure measure, RateIndicator? rate) =>
            rate is null ? null : Figure(measure, rate.AtLeastPercent, rate.Per, TicketCounts.BestRating);

        IndicatorFigure Figure(Measure measure, decimal atLeast, ReportPeriod per, int best)
        {
            var figure = measures.Of(measure, null, best);
            bool? kept = scope.IsOver && scope.Span.Unit == per && figure is { } measured ? measured >= atLeast : null;
            return new IndicatorFigure(measure, atLeast, per, figure, measures.BasisOf(measure, null), kept);
        }
    }
}
