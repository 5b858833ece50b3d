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

    /// <summary>Set where the creation was never told of, so that <see cref="CreatedAt"/> is the earliest event that was.</summary>
    public bool? CreationNotSeen { get; init; }

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
            Agreement = agreement is null ? null : $"{agreement.Id} v{agreement.Version}",
            AgreementReason = assessment.Governance.Reason,
            AsOf = now,
            NextLook = assessment.NextLook,
            Clocks = [.. assessment.Clocks.Select(clock => ClockView.Of(ClockExplanation.Of(clock, now)))],
            Notifications = [.. notifications.Select(NotificationView.Of)],
            Upcoming = [.. assessment.Pending.Select(step => UpcomingView.Of(step, allowed, now))],
            OnCall = OnCallView.Of(agreement, now),
        };
    }
}
