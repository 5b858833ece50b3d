using SlaMonitor.Mails.Reports;

namespace SlaMonitor.Mails.Preview;

/// <summary>A report to look at.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Page">What is on it.</param>
public sealed record ReportSample(string Name, ReportPage Page);
