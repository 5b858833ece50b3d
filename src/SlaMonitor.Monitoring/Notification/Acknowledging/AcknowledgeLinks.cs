using Microsoft.Extensions.Options;
using NodaTime;
using SlaMonitor.Core.Clocks;

namespace SlaMonitor.Monitoring.Notification.Acknowledging;

/// <summary>Makes the links by which promises are taken.</summary>
public sealed class AcknowledgeLinks(AcknowledgeTokens tokens, IOptions<AcknowledgeOptions> options)
{
    /// <summary>The link of one person to one promise.</summary>
    public Uri For(Clock promise, string recipient, string notificationId, Instant now)
    {
        ArgumentNullException.ThrowIfNull(promise);
        var token = tokens.Issue(new AcknowledgeGrant(promise.Ticket.Id, promise.Id, recipient, notificationId), now);
        return new Uri($"{options.Value.PublicUrl.TrimEnd('/')}/api/acknowledge/{token}");
    }
}
