using Microsoft.Extensions.Options;
using NodaTime;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Reporting.Figures;

namespace SlaMonitor.Monitoring.Notification.Acknowledging;

/// <summary>Makes the links that mails carry.</summary>
public sealed class AcknowledgeLinks(AcknowledgeTokens tokens, IOptions<AcknowledgeOptions> options)
{
    /// <summary>The link of one person to one promise.</summary>
    public Uri For(Clock promise, string recipient, string notificationId, Instant now)
    {
        ArgumentNullException.ThrowIfNull(promise);
        return For(new PromiseGrant(promise.Ticket.Id, promise.Id, recipient, notificationId), now);
    }

    /// <summary>The link of one person to everything in a mail to them.</summary>
    public Uri ForAllOf(string mailId, string recipient, Instant now) => For(new MailGrant(mailId, recipient), now);

    /// <summary>The link of one person to approve a report.</summary>
    /// <param name="agreementId">The agreement.</param>
    /// <param name="month">The month, as <c>2026-10</c>.</param>
    /// <param name="recipient">The person's address.</param>
    /// <param name="now">The present.</param>
    public Uri ForReport(string agreementId, string month, string recipient, Instant now) =>
        For(new ReportGrant(agreementId, month, recipient), now, "approve-report");

    /// <summary>The links of one person to rate a ticket, from 1 on.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="recipient">The person's address.</param>
    /// <param name="until">Until when they are good.</param>
    /// <param name="now">The present.</param>
    public IReadOnlyList<Uri> ForSurvey(string ticketId, string recipient, Instant until, Instant now) =>
    [
        .. Enumerable.Range(1, TicketCounts.BestRating)
            .Select(rating => For(new SurveyGrant(ticketId, rating, recipient, until), now, "rate")),
    ];

    /// <summary>Where the board shows a ticket: no token, whoever opens it has to be allowed to look.</summary>
    public Uri ForTicket(string ticketId) =>
        new($"{options.Value.PublicUrl.TrimEnd('/')}/api/dashboard/tickets/{Uri.EscapeDataString(ticketId)}");

    private Uri For(AcknowledgeGrant grant, Instant now, string door = "acknowledge") =>
        new($"{options.Value.PublicUrl.TrimEnd('/')}/api/{door}/{tokens.Issue(grant, now)}");
}
