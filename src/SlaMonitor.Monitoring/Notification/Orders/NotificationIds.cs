using System.Security.Cryptography;
using System.Text;

namespace SlaMonitor.Monitoring.Notification.Orders;

/// <summary>
/// Names that follow from what they stand for, so that a repeat is recognised: 128 bits of a hash, short enough for every queue.
/// </summary>
internal static class NotificationIds
{
    /// <summary>One person is told of one thing.</summary>
    public static string Of(string ticketId, string subject, string recipient) =>
        Hash($"{ticketId}\n{subject}\n{recipient.ToLowerInvariant()}");

    /// <summary>The mail that carries some notifications, in whatever order.</summary>
    public static string OfMail(IReadOnlyCollection<string> notificationIds) =>
        notificationIds.Count == 1 ? notificationIds.First() : Hash(string.Join('\n', notificationIds.Order(StringComparer.Ordinal)));

    private static string Hash(string identity) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity))[..16]);
}
