namespace SlaMonitor.Mails.Reports;

/// <summary>Where a reader finds what is behind a report. Whoever serves the page decides; <c>null</c> makes no link.</summary>
public sealed record ReportAddresses
{
    /// <summary>No links at all.</summary>
    public static ReportAddresses None { get; } = new();

    /// <summary>The address of the promises or tickets behind a figure.</summary>
    public Func<FigureQuery, string?> Figure { get; init; } = _ => null;

    /// <summary>The address of a ticket with its explanation, by its id.</summary>
    public Func<string, string?> Ticket { get; init; } = _ => null;

    /// <summary>The address of the same report in another format, by its extension: <c>csv</c>, <c>xlsx</c>, <c>json</c>.</summary>
    public Func<string, string?> File { get; init; } = _ => null;
}
