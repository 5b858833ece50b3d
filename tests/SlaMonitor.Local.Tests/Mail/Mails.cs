using Microsoft.Extensions.Options;
using SlaMonitor.Local.Mail;

namespace SlaMonitor.Local.Tests.Mail;

/// <summary>A mail to begin with, and a composer for it.</summary>
internal static class Mails
{
    public static Monitoring.Ports.Mail Plain { get; } = new()
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

    public static MimeMessageComposer Composer(Action<MailOptions>? configure = null)
    {
        var options = new MailOptions { From = "sla@monitor.example", FromName = "SLA Monitor" };
        configure?.Invoke(options);
        return new(Options.Create(options));
    }

    /// <summary>A body with the line ends of this program; on the wire they are CRLF.</summary>
    public static string Lines(string? body) => Assert.IsType<string>(body).ReplaceLineEndings("\n");
}
