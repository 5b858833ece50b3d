using SlaMonitor.Mails;
using SlaMonitor.Mails.Mime;

namespace SlaMonitor.Samples;

/// <summary>A mail to begin with, and a composer for it.</summary>
public static class SampleMail
{
    public static Mail Plain { get; } = new()
    {
        NotificationId = "n-0001",
        TicketId = "5158",
        To = "ann@example.com",
        Subject = "[SLA] #5158 Cannot log in",
        Text = "Due in 30 minutes.\nTake it: https://sla.example.com/a/1\n",
        Html = "<p>Due in <b>30 minutes</b>.</p>\n",
        Language = "en",
        Date = Instant.FromUtc(2026, 3, 2, 9, 0),
    };

    public static MimeMessageComposer Composer(string from = "sla@monitor.example", string fromName = "SLA Monitor") => new(from, fromName);

    /// <summary>A body with the line ends of this program; on the wire they are CRLF.</summary>
    public static string Lines(string? body) => (body ?? throw new ArgumentNullException(nameof(body))).ReplaceLineEndings("\n");
}
