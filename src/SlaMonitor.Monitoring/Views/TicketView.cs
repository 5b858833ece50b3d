using NodaTime;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Notification.Addressees;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Views;

/// <summary>A ticket as the API shows it.</summary>
public sealed record TicketView
{
    /// <summary>The ticket.</summary>
    public required string Id { get; init; }

    /// <summary>Its title.</summary>
    public string? Title { get; init; }

    /// <summary>Where it is opened.</summary>
    public Uri? Url { get; init; }

    /// <summary>Its status.</summary>
    public required TicketStatus Status { get; init; }

    /// <summary>Whether it was merged away or deleted.</summary>
    public bool Gone { get; init; }

    /// <summary>Its priority.</summary>
    public required TicketPriority Priority { get; init; }

    /// <summary>Whether it is an emergency.</summary>
    public bool Emergency { get; init; }

    /// <summary>Its customer.</summary>
    public string? Customer { get; init; }

    /// <summary>Who has it.</summary>
    public string? Assignee { get; init; }

    /// <summary>The group that has it.</summary>
    public string? Group { get; init; }

    /// <summary>When it was created.</summary>
    public required Instant CreatedAt { get; init; }

    /// <summary>
    /// Set where the creation itself was never received, so that <see cref="CreatedAt"/> is the time that another event told, or else that
    /// of the earliest event.
    /// </summary>
    public bool? CreationNotSeen { get; init; }

    /// <summary>Which event told <see cref="CreatedAt"/>, where the creation itself did not.</summary>
    public CreationAccount? CreatedAtToldBy { get; init; }

    /// <summary>
    /// Since when the ticket's helpdesk is heard, where the ticket is older: what was due before is shown here, and told to nobody.
    /// </summary>
    public Instant? HeardSince { get; init; }

    /// <summary>Who asked, by every name that is known.</summary>
    public IReadOnlyList<string>? Requesters { get; init; }

    /// <summary>The agreement version that governs it, as in <c>standard-support v1</c>.</summary>
    public string? Agreement { get; init; }

    /// <summary>Why that one, or why none.</summary>
    public required string AgreementReason { get; init; }

    /// <summary>The instant that every clock is read at.</summary>
    public required Instant AsOf { get; init; }

    /// <summary>When the monitor looks at the ticket next.</summary>
    public Instant? NextLook { get; init; }

    /// <summary>Every clock.</summary>
    public required IReadOnlyList<ClockView> Clocks { get; init; }

    /// <summary>Who was told of what.</summary>
    public required IReadOnlyList<NotificationView> Notifications { get; init; }

    /// <summary>Who will be told of what, if nothing happens.</summary>
    public required IReadOnlyList<UpcomingView> Upcoming { get; init; }

    /// <summary>Who is on call for the ticket's agreement.</summary>
    public IReadOnlyList<OnCallView>? OnCall { get; init; }

    /// <summary>Shows an assessment.</summary>
    public static TicketView Of(
        TicketAssessment assessment, IReadOnlyList<NotificationRecord> notifications, AllowedRecipients allowed, Instant now)
    {
        ArgumentNullException.ThrowIfNull(assessment);

        var ticket = assessment.Ticket;
        var agreement = assessment.Governance.Agreement;
        return new TicketView
        {
            Id = ticket.Id,
            Title = ticket.Title,
            Url = ticket.Url,
            Status = ticket.Status,
            Gone = ticket.IsGone,
            Priority = ticket.Priority,
            Emergency = ticket.Emergency,
            Customer = ticket.Customer,
            Assignee = ticket.Assignee,
            Group = ticket.Group,
            CreatedAt = ticket.CreatedAt,
            CreationNotSeen = ticket.CreationSeen ? null : true,
            CreatedAtToldBy = ticket.CreationAccount,
            HeardSince = assessment.HeardSince,
            Requesters = ticket.Requesters.Count == 0 ? null : [.. ticket.Requesters.Order(StringComparer.OrdinalIgnoreCase)],
            Agreement = agreement is null ? null : $"{agreement.Id} v{agreement.Version}",
            AgreementReason = assessment.Governance.Reason,
            AsOf = now,
            NextLook = assessment.NextLook,
            Clocks = [.. assessment.Clocks.Select(clock => ClockView.Of(ClockExplanation.Of(clock, now)))],
            Notifications = [.. notifications.Select(NotificationView.Of)],
            Upcoming = [.. UpcomingView.AllOf(assessment, allowed, now)],
            OnCall = OnCallView.Of(agreement, now),
        };
    }
}
