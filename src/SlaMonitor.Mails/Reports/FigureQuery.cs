using SlaMonitor.Core.Reporting.Figures;
using SlaMonitor.Core.Reporting.Periods;

namespace SlaMonitor.Mails.Reports;

/// <summary>What is behind a figure of a report. Whatever is <c>null</c> narrows nothing.</summary>
/// <param name="Span">The days.</param>
/// <param name="Subject">What is counted.</param>
public sealed record FigureQuery(ReportSpan Span, FigureSubject Subject)
{
    /// <summary>Only the promises of this target.</summary>
    public string? Target { get; init; }

    /// <summary>Only the promises of this metric, as the agreement writes it.</summary>
    public string? Metric { get; init; }

    /// <summary>Only those of one customer, category, priority, group or agent.</summary>
    public ReportDimension? By { get; init; }

    /// <summary>Which one, for <see cref="By"/>; <c>null</c> for those of which the helpdesk did not say.</summary>
    public string? Value { get; init; }
}
