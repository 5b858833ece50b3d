using System.Globalization;
using System.Text.Encodings.Web;
using NodaTime;

namespace SlaMonitor.Monitoring.Notification.Acknowledging;

/// <summary>The acknowledge page without any adornment.</summary>
public sealed class PlainAcknowledgePages : IAcknowledgePages
{
    /// <inheritdoc />
    public string Html(AcknowledgePage page)
    {
        ArgumentNullException.ThrowIfNull(page);

        var heading = page.State switch
        {
            AcknowledgeState.Open => "Take this promise?",
            AcknowledgeState.Taken when page.JustTaken => $"You have taken it, until {Shown(page.Until, page)}.",
            AcknowledgeState.Taken => $"Already taken by {page.By} at {Shown(page.At, page)}, until {Shown(page.Until, page)}.",
            AcknowledgeState.Done => "There is nothing to take any more.",
            AcknowledgeState.Expired => "This link has expired.",
            _ => "This link is not valid.",
        };
        var ticket = page.Explanation?.Clock.Ticket;
        var about = ticket is null ? string.Empty : $"<p>{Encoded($"{ticket.Id} {ticket.Title}")}</p>";
        var form = page.ActionUrl is { } action
            ? $"<form method=\"post\" action=\"{Encoded(action)}\"><button>Take it, until {Encoded(Shown(page.Until, page))}</button></form>"
            : string.Empty;
        return $"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>SLA</title></head>
            <body><h1>{Encoded(heading)}</h1>{about}{form}</body></html>
            """;
    }

    private static string Shown(Instant? at, AcknowledgePage page) =>
        at?.InZone(page.TimeZone).ToString("uuuu-MM-dd HH:mm x", CultureInfo.InvariantCulture) ?? string.Empty;

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);
}
