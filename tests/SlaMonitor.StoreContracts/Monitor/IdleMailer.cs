using SlaMonitor.Mails;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.StoreContracts.Monitor;

/// <summary>Mails could be sent; but what takes events in and evaluates sends none.</summary>
internal sealed class IdleMailer : IMailer
{
    public Task<SendOutcome> SendAsync(Mail mail, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("Only the notifier sends mails.");
}
