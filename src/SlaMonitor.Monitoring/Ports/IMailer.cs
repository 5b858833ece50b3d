using SlaMonitor.Mails;

namespace SlaMonitor.Monitoring.Ports;

/// <summary>Hands a mail to a mail system.</summary>
public interface IMailer
{
    /// <summary>
    /// Why no mail can be sent at all for now, and what to do about it; <c>null</c> where nothing is known to stand in the way.
    /// </summary>
    string? Obstacle => null;

    /// <summary>Where mails go, for whoever starts the program; <c>null</c> for a folder of the host's.</summary>
    string? Destination => null;

    /// <summary>Sends one mail to one recipient. Outcomes are values; only a bug throws.</summary>
    Task<SendOutcome> SendAsync(Mail mail, CancellationToken cancellationToken);
}
