using NodaTime;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Composition;

/// <summary>One promise in a digest.</summary>
public sealed record DigestRow
{
    private const int LongestText = 80;
    private const int LongestLink = 500;

    /// <summary>The ticket.</summary>
    public required ShownTicket Ticket { get; init; }

    /// <summary>What is promised.</summary>
    public required string Promise { get; init; }

    /// <summary>When it is or was due; <c>null</c> while a pause leaves that open.</summary>
    public required string? Due { get; init; }

    /// <summary>How much is left or over, with its label.</summary>
    public required string Balance { get; init; }

    /// <summary>Who has taken it, or could not be reached; <c>null</c> where there is nothing to say.</summary>
    public required string? Note { get; init; }

    /// <summary>Where the reader takes this one; <c>null</c> where there is nothing to take.</summary>
    public required string? TakeUrl { get; init; }

    internal static DigestRow Of(MailItem item, Wording wording, DateTimeZone zone)
    {
        var clock = item.Explanation.Clock;
        var (label, balance) = Composition.Balance.Of(item.Explanation, wording);
        var ticket = ShownTicket.Of(clock.Ticket, LongestText, item.TicketPage);
        return new DigestRow
        {
            Ticket = ticket.Url?.Length > LongestLink ? ticket with { Url = null } : ticket,
            Promise = wording.Promise(clock.Target),
            Due = clock.DueAt is { } due ? wording.Of(due.InZone(zone)) : null,
            Balance = $"{label}{wording.Labels.Colon}{balance}",
            Note = NoteOf(item, wording, zone),
            TakeUrl = item.AcknowledgedBy is null ? item.AcknowledgeUrl?.AbsoluteUri : null,
        };
    }

    private static string? NoteOf(MailItem item, Wording wording, DateTimeZone zone)
    {
        if (item.AcknowledgedBy is { } taken)
            return $"{wording.Labels.Acknowledged}{wording.Labels.Colon}{wording.TakenBy(taken.By, taken.Until.InZone(zone))}";

        return item.Unreached is { } lost
            ? $"{wording.Labels.Unreached}{wording.Labels.Colon}{HarmlessText.Of(lost.Address, LongestText)}"
            : null;
    }
}
