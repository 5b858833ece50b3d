namespace SlaMonitor.Mails.Reports;

/// <summary>The formats of a report beside the page, by the extensions of their files.</summary>
public static class ReportFormats
{
    /// <summary>Each counted promise in a line, for any program.</summary>
    public const string Csv = "csv";

    /// <summary>Figures, credits and promises on the sheets of a workbook.</summary>
    public const string Xlsx = "xlsx";

    /// <summary>The media type of a workbook.</summary>
    public const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Everything that the page says, for programs.</summary>
    public const string Json = "json";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [Xlsx, Csv, Json];
}
