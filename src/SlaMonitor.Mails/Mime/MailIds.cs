using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace SlaMonitor.Mails.Mime;

/// <summary>
/// Ids that may stand on the left of a Message-ID and in a file name, whatever the ticket or notification is called: as they are where they
/// are plain, otherwise a hash behind a tilde, which no plain one has. Capitals are not plain: some file systems take "A" for "a".
/// </summary>
public static partial class MailIds
{
    private const int HashLength = 32;
    private const int MaxPlainLength = 100;

    /// <summary>The id itself where it is plain, otherwise a name of fixed length that no plain id has.</summary>
    public static string Plain(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return id.Length <= MaxPlainLength && PlainPattern().IsMatch(id) ? id : $"~{Hash(id)}";
    }

    /// <summary>A name of fixed length for any id.</summary>
    public static string Hash(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..HashLength];

    /// <summary>The Message-ID of one notification's mail, without its angle brackets: a repeat has the same.</summary>
    public static string OfNotification(string notificationId, string domain) => $"{Plain(notificationId)}@{domain}";

    /// <summary>
    /// The id of a mail that was never sent: every mail of a ticket answers to it, and so they make one thread, whichever of them arrive,
    /// and even where the mail system replaces their own ids.
    /// </summary>
    public static string OfThread(string ticketId, string domain) => $"ticket-{Plain(ticketId)}@{domain}";

    [GeneratedRegex(@"^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex PlainPattern();
}
