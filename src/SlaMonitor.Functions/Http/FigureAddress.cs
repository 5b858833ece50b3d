using Microsoft.AspNetCore.Http;
using SlaMonitor.Core.Reporting.Figures;
using SlaMonitor.Core.Reporting.Periods;
using SlaMonitor.Mails.Reports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Functions.Http;

/// <summary>The address of what is behind a figure, and back.</summary>
internal static class FigureAddress
{
    public const string Target = "target";
    public const string Metric = "metric";
    public const string By = "by";
    public const string Value = "value";

    /// <summary>Every figure that there is, as addresses name it.</summary>
    public static IReadOnlyList<string> Figures { get; } = [.. Enum.GetValues<FigureSubject>().Select(StoredName.Of)];

    /// <summary>The address, beside that of a report on the same agreement.</summary>
    public static string Of(FigureQuery query)
    {
        var parameters = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [Target] = query.Target,
            [Metric] = query.Metric,
            [By] = query.By is { } by ? StoredName.Of(by) : null,
            [Value] = query.By is null ? null : query.Value,
        };
        var narrowed = QueryString.Create(parameters.Where(one => one.Value is not null));
        return $"{query.Span}/{StoredName.Of(query.Subject)}{narrowed}";
    }

    /// <summary>What a request asks for; <c>null</c> where there is no such figure, or no such group.</summary>
    public static FigureQuery? Read(HttpRequest request, ReportSpan span, string figure)
    {
        if (StoredName.Find<FigureSubject>(figure) is not { } subject) return null;

        var by = request.Query[By].FirstOrDefault();
        if (by is not null && StoredName.Find<ReportDimension>(by) is null) return null;

        return new FigureQuery(span, subject)
        {
            Target = request.Query[Target].FirstOrDefault(),
            Metric = request.Query[Metric].FirstOrDefault(),
            By = by is null ? null : StoredName.Find<ReportDimension>(by),
            Value = request.Query[Value].FirstOrDefault(),
        };
    }
}
