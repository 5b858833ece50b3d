using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Mails.Composition;

/// <summary>
/// The subject of every mail about a ticket: always the same, so that mail clients keep one thread; what the mail
/// says stands in it, not here.
/// </summary>
public static class MailSubject
{
    private const int LongestPart = 100;

    /// <summary>The subject: one line, without anything that could pass for another header or turn the text around.</summary>
    public static string Of(Ticket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);

        var title = HarmlessText.Of(ticket.Title ?? string.Empty, LongestPart);
        var id = HarmlessText.Of(ticket.Id, LongestPart);
        return title.Length == 0 ? $"[SLA] {id}" : $"[SLA] {id} {title}";
    }
}
