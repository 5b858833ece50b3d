namespace SlaMonitor.Azure.SendGrid;

/// <summary>One thing that is wrong with a request.</summary>
internal sealed record SendGridError(string? Message, string? Field);
