using System.Globalization;
using System.Text;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Monitoring.Notification;

/// <summary>
/// The subject of every mail about a ticket: always the same, so that mail clients keep one thread; what the mail says stands in it, not here.
/// </summary>
public static class AlertSubject
{
    private const int LongestTitle = 100;

    /// <summary>The subject: one line, without anything that could pass for another header or turn the text around.</summary>
    public static string Of(Ticket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);

        var title = Harmless(ticket.Title ?? string.Empty);
        return title.Length == 0 ? $"[SLA] {Harmless(ticket.Id)}" : $"[SLA] {Harmless(ticket.Id)} {title}";
    }

    private static string Harmless(string text)
    {
        var line = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length >= LongestTitle) return line.Append('…').ToString();

            var isSpace = Rune.IsWhiteSpace(rune) || Rune.IsControl(rune);
            if (isSpace && line.Length > 0 && line[^1] != ' ') line.Append(' ');
            else if (!isSpace && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format) line.Append(rune);
        }

        return line.ToString().TrimEnd();
    }
}
