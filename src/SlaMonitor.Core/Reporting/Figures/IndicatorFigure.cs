using SlaMonitor.Core.Agreements.Credits;
using SlaMonitor.Core.Agreements.Indicators;

namespace SlaMonitor.Core.Reporting.Figures;

/// <summary>What was promised over a period, and what came of it.</summary>
/// <param name="Measure">What was promised.</param>
/// <param name="AtLeast">The least that it must be, in percent or on the scale of the ratings.</param>
/// <param name="Per">What it is counted over.</param>
/// <param name="Figure">What it is in the report's span; <c>null</c> where there is nothing to measure.</param>
/// <param name="Basis">How many promises, tickets or answers the figure is taken of.</param>
/// <param name="IsKept">
/// Whether the promise was kept; <c>null</c> where there is nothing to measure, or the report is about another length of time than the
/// promise, or the span is not over.
/// </param>
public sealed record IndicatorFigure(Measure Measure, decimal AtLeast, ReportPeriod Per, decimal? Figure, int Basis, bool? IsKept);
