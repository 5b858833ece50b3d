namespace SlaMonitor.Azure.SendGrid;

/// <summary>The body of an answer that is no success.</summary>
internal sealed record SendGridErrors(IReadOnlyList<SendGridError>? Errors);
