using Microsoft.Extensions.Options;
using SlaMonitor.Monitoring.Notification.Acknowledging;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Secrets;

namespace SlaMonitor.Monitoring.Notification.WayOut;

/// <summary>
/// Whether mails can be written and sent at all. While they cannot, no step is fired: what is due lies in the store as long as need be,
/// while a message that nobody can send is given up by its queue within seconds.
/// </summary>
public sealed class MailReadiness(IMailer mailer, IOptions<AcknowledgeOptions> options)
{
    /// <summary>What stands in the way, and what to do about it; <c>null</c> where nothing is known to.</summary>
    public string? Obstacle => mailer.Obstacle
        ?? KeyVaultReference.Problem($"{AcknowledgeOptions.Section}:{nameof(AcknowledgeOptions.Key)}", options.Value.Key);
}
