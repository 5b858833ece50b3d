using SlaMonitor.Mails.Contents;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Channels.Kinds;

/// <summary>The one link that a short message has room for.</summary>
/// <param name="Take">Where the promise is taken, or all of them; <c>null</c> where there is nothing to take.</param>
/// <param name="Ticket">Where the ticket is opened; <c>null</c> where nobody said, or there are several.</param>
internal sealed record Links(Uri? Take, Uri? Ticket)
{
    public static Links Of(ChannelMessage message) => message.Contents is { } contents
        ? contents.Items is [var only]
            ? new Links(only.AcknowledgedBy is null ? only.AcknowledgeUrl : null, TicketOf(only))
            : new Links(contents.TakeAllUrl, null)
        : new Links(null, null);

    // Whoever can send events chose the address: only what a browser opens as a page is a link.
    private static Uri? TicketOf(MailItem item) =>
        (item.Explanation.Clock.Ticket.Url ?? item.TicketPage) is { Scheme: "https" or "http" } page ? page : null;
}
