using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using SlaMonitor.Mails.Reports;

namespace SlaMonitor.Functions.Http;

/// <summary>A form that a report can be had in.</summary>
/// <param name="Extension">How it is asked for at the end of a period.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="ListsPromises">Whether it has every promise, and not only the figures.</param>
internal sealed record ReportFormat(string Extension, string ContentType, bool ListsPromises)
{
    public static ReportFormat Json { get; } = new(ReportFormats.Json, "application/json", ListsPromises: false);

    public static ReportFormat Csv { get; } = new(ReportFormats.Csv, "text/csv", ListsPromises: true);

    public static ReportFormat Xlsx { get; } =
        new(ReportFormats.Xlsx, ReportFormats.WorkbookType, ListsPromises: true);

    public static ReportFormat Html { get; } = new("html", "text/html", ListsPromises: false);

    /// <summary>All of them; the first is for whoever takes any.</summary>
    public static IReadOnlyList<ReportFormat> All { get; } = [Json, Html, Csv, Xlsx];

    /// <summary>The format of an extension, or <c>null</c>.</summary>
    public static ReportFormat? Find(string extension) =>
        All.FirstOrDefault(format => string.Equals(format.Extension, extension, StringComparison.OrdinalIgnoreCase));

    /// <summary>Cuts the extension off a period. A range of days has dots too, and no letters behind them.</summary>
    public static (string Period, string? Extension) Split(string asked)
    {
        var dot = asked.LastIndexOf('.');
        var hasExtension = dot >= 0 && dot < asked.Length - 1 && char.IsAsciiLetter(asked[dot + 1]);
        return hasExtension ? (asked[..dot], asked[(dot + 1)..]) : (asked, null);
    }

    /// <summary>What the caller accepts best; <c>null</c> where they accept none of them.</summary>
    public static ReportFormat? Of(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        return accepted.Count == 0
            ? Json
            : accepted.Where(type => type.Quality != 0).OrderByDescending(type => type.Quality ?? 1)
                .Select(type => All.FirstOrDefault(format => new MediaTypeHeaderValue(format.ContentType).IsSubsetOf(type)))
                .FirstOrDefault(format => format is not null);
    }
}
