using NodaTime;
using SlaMonitor.Mails;

namespace SlaMonitor.Monitoring.Ports;

/// <summary>What a mail carried.</summary>
/// <param name="MailId">The mail, as <see cref="Mail.NotificationId"/> names it.</param>
/// <param name="Body">The order that it was written from, in JSON; at most <see cref="LongestBody"/> bytes in UTF-8.</param>
/// <param name="KeptAt">When it was kept, on the monitor's clock: what is older than mail systems remember may be swept away.</param>
public sealed record MailManifest(string MailId, string Body, Instant KeptAt)
{
    /// <summary>How long a body may be, in bytes of UTF-8.</summary>
    public const int LongestBody = 192 * 1024;
}
