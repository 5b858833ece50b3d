namespace SlaMonitor.Monitoring.Views;

/// <summary>A test mail that was taken.</summary>
/// <param name="To">Whom it was sent to.</param>
/// <param name="Answer">What the mail system said; nothing where it said nothing.</param>
public sealed record TestMailView(string To, string? Answer);
