using NodaTime;

namespace SlaMonitor.Monitoring.Ports;

/// <summary>One outcome of a ticket, as it is filed. A ticket has no two rows with the same shelf, clock and time.</summary>
/// <param name="Shelf">Where it is filed.</param>
/// <param name="AgreementId">The agreement that makes the promise.</param>
/// <param name="TicketId">The ticket.</param>
/// <param name="Clock">Which clock of the ticket; empty where the outcome is the ticket's own.</param>
/// <param name="At">The time that it is filed under; <c>null</c> where nobody knows yet when the promise is due: it comes last.</param>
/// <param name="Body">The outcome, as JSON. No store looks into it.</param>
public sealed record ShelfRow(Shelf Shelf, string AgreementId, string TicketId, string Clock, Instant? At, string Body);
