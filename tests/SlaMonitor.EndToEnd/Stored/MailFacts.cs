using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MimeKit;

namespace SlaMonitor.EndToEnd.Stored;

/// <summary>What a mail is known by, whatever its words.</summary>
internal static partial class MailFacts
{
    /// <summary>The mail's id without the sender's domain.</summary>
    public static string IdOf(MimeMessage mail) => mail.MessageId!.Split('@')[0];

    public static string RecipientOf(MimeMessage mail) => ((MailboxAddress)mail.To.Single()).Address;

    /// <summary>Which mails went to whom, in the order of their ids.</summary>
    public static JsonArray Of(IEnumerable<MimeMessage> mails) =>
        [.. mails.Select(mail => $"{IdOf(mail)} {RecipientOf(mail)}").Order(StringComparer.Ordinal).Select(text => (JsonNode)text)];

    /// <summary>The last mail to somebody about one ticket alone.</summary>
    public static MimeMessage Find(IEnumerable<MimeMessage> mails, string recipient, string ticket) =>
        mails.Last(mail => RecipientOf(mail) == recipient && mail.Subject!.Contains($" {ticket} ", StringComparison.Ordinal));

    /// <summary>The path of the link by which the recipient of a mail takes its promise.</summary>
    public static string LinkIn(MimeMessage mail) => Link().Match(mail.TextBody!).Value;

    [GeneratedRegex(@"/api/acknowledge/[A-Za-z0-9._-]+")]
    private static partial Regex Link();
}
