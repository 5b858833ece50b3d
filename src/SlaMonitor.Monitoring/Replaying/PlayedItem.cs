using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Escalations;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Contents;

namespace SlaMonitor.Monitoring.Replaying;

/// <summary>One thing that a mail would have told.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="Clock">The clock.</param>
/// <param name="Kind">What is told of it.</param>
/// <param name="Step">The step's <see cref="StepName"/>, or <see cref="AllClear.Moment"/>.</param>
/// <param name="At">When that was.</param>
/// <param name="Because">The word of the agreement that stands for the recipient.</param>
public sealed record PlayedItem(string TicketId, ClockId Clock, MailItemKind Kind, string Step, Instant At, string Because);
