namespace SlaMonitor.Monitoring.Ports;

/// <summary>Hands a mail to a mail system.</summary>
public interface IMailer
{
    /// <summary>Sends one mail to one recipient. Outcomes are values; only a bug throws.</summary>
    Task<SendOutcome> SendAsync(Mail mail, CancellationToken cancellationToken);
}
