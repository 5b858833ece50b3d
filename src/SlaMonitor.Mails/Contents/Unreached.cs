namespace SlaMonitor.Mails.Contents;

/// <summary>Somebody whom a mail did not reach.</summary>
/// <param name="Address">Their address.</param>
/// <param name="Reason">Why, in the words of the mail system; untrusted text, and it may be empty.</param>
public sealed record Unreached(string Address, string Reason);
