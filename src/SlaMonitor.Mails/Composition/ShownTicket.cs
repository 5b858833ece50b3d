using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Mails.Composition;

/// <summary>A ticket as it is shown: whatever strangers wrote is one harmless line.</summary>
/// <param name="Id">The ticket's id.</param>
/// <param name="Title">Its title; <c>null</c> where it has none.</param>
/// <param name="Url">Where it is opened; <c>null</c> where nobody said.</param>
public sealed record ShownTicket(string Id, string? Title, string? Url)
{
    /// <summary>The ticket, its texts cut.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="longest">The most characters of id and title each.</param>
    /// <param name="page">Our own page of it, for a ticket of which nobody said where it is opened.</param>
    public static ShownTicket Of(Ticket ticket, int longest, Uri? page = null)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return new ShownTicket(
            HarmlessText.Of(ticket.Id, longest), HarmlessText.OrNull(ticket.Title, longest), (ticket.Url ?? page)?.AbsoluteUri);
    }
}
