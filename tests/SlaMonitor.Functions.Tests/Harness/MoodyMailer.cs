using SlaMonitor.Mails;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Tests.Harness;

/// <summary>A mail system that takes mails, or refuses all of them.</summary>
internal sealed class MoodyMailer : IMailer
{
    public bool Refuses { get; set; }

    public List<Mail> Mails { get; } = [];

    public Task<SendOutcome> SendAsync(Mail mail, CancellationToken cancellationToken)
    {
        lock (Mails) Mails.Add(mail);
        return Task.FromResult<SendOutcome>(
            Refuses ? new SendOutcome.Refused("550 no such user") : new SendOutcome.Accepted(mail.NotificationId));
    }
}
