using SlaMonitor.Mails;
using SlaMonitor.Mails.Contents;

namespace SlaMonitor.Monitoring.Ports;

/// <summary>What a channel tells.</summary>
/// <param name="Mail">The same as a mail would say it: its id, subject, plain text and language. Its address is the channel's.</param>
/// <param name="Contents">
/// What it tells of promises, for a channel that lays it out in its own way; <c>null</c> for what is about none, as a report.
/// </param>
public sealed record ChannelMessage(Mail Mail, MailContents? Contents);
