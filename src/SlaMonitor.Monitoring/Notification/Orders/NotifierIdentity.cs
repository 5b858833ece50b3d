using System.Security.Cryptography;

namespace SlaMonitor.Monitoring.Notification.Orders;

/// <summary>
/// Which process tells. A claim belongs to it: when it dies, what it has claimed goes stale, and nobody else passes before that.
/// </summary>
public sealed class NotifierIdentity
{
    private readonly string _process = RandomNumberGenerator.GetHexString(16, lowercase: true);

    /// <summary>Who holds the claims of an order that this process delivers.</summary>
    internal string HolderOf(MailOrder order) => $"{_process} {order.MailId} {order.OrderedAt}";

    /// <summary>
    /// Which mail a holder was to send; <c>null</c> where it does not say so. Of one that is known to be dead the process is left out.
    /// </summary>
    internal static string? MailIdOf(string holder) => holder.Split(' ') is [_, var mailId, _] ? mailId : null;
}
