using System.Text;

namespace SlaMonitor.Mails.Mime;

/// <summary>The headers that every mail of ours carries, whichever mail system takes it.</summary>
public static class MailHeaders
{
    private static readonly KeyValuePair<string, string>[] Always =
    [
        new("Auto-Submitted", "auto-generated"), // RFC 3834: no answer by a machine, please
        new("X-Auto-Response-Suppress", "All"), // the same for Exchange
    ];

    private static readonly KeyValuePair<string, string>[] Important = [new("Importance", "high")];

    /// <summary>
    /// The headers by name: the thread of the ticket, that a machine wrote it and wants no answer by a machine, the language, and that it
    /// is important (RFC 2156, 5.3.4), where it is.
    /// </summary>
    /// <param name="mail">The mail.</param>
    /// <param name="domain">The sender's domain, as it stands in a header: ASCII.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(Mail mail, string domain)
    {
        ArgumentNullException.ThrowIfNull(mail);

        return
        [
            .. Thread(mail, domain), .. Always, new("Content-Language", OneLine(mail.Language)),
            .. mail.IsImportant ? Important : [],
        ];
    }

    /// <summary>
    /// The text without line breaks and control characters: whatever a ticket is called, it cannot start a header of its own. Nor can it
    /// pass for text that is encoded already (RFC 2047), which a mail program would decode: an invisible space takes its beginning apart.
    /// </summary>
    public static string OneLine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsControl(rune) && rune.Value is not (0x2028 or 0x2029)) line.Append(rune);
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }

        return line.ToString().Trim().Replace("=?", "=\u200B?", StringComparison.Ordinal);
    }

    /// <summary>Every mail of a ticket answers to the same id. A mail about several tickets belongs to no thread.</summary>
    private static KeyValuePair<string, string>[] Thread(Mail mail, string domain)
    {
        if (mail.TicketId is not { } ticket) return [];

        var thread = $"<{MailIds.OfThread(ticket, domain)}>";
        return [new("In-Reply-To", thread), new("References", thread)];
    }
}
