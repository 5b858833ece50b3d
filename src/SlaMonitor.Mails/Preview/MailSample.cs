using SlaMonitor.Mails.Contents;

namespace SlaMonitor.Mails.Preview;

/// <summary>A mail to look at.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Contents">What it tells.</param>
public sealed record MailSample(string Name, MailContents Contents);
