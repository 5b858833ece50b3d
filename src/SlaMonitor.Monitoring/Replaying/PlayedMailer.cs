using SlaMonitor.Mails;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Replaying;

/// <summary>A mail system that nothing stands in the way of. Nobody gets a mail of what is only played.</summary>
internal sealed class PlayedMailer : IMailer
{
    public Task<SendOutcome> SendAsync(Mail mail, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A history that is played sends no mail.");
}
