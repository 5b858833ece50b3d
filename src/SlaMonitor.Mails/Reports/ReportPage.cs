using SlaMonitor.Core.Reporting;

namespace SlaMonitor.Mails.Reports;

/// <summary>A report to be laid out as a page.</summary>
/// <param name="Report">The report.</param>
/// <param name="Language">The language of the reader, as a BCP 47 tag.</param>
/// <param name="Addresses">Where figures, tickets and files are found.</param>
public sealed record ReportPage(Report Report, string Language, ReportAddresses Addresses);
