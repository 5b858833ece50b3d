using NodaTime;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Reporting.Outcomes;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Monitoring.Views;

/// <summary>A promise whose clock goes on, as a list shows it.</summary>
public sealed record OpenPromiseView
{
    /// <summary>The ticket.</summary>
    public required string Ticket { get; init; }

    /// <summary>Its title: untrusted text.</summary>
    public string? Title { get; init; }

    /// <summary>Where a person opens it.</summary>
    public Uri? Url { get; init; }

    /// <summary>The agreement that makes the promise.</summary>
    public required string Agreement { get; init; }

    /// <summary>The target.</summary>
    public required string Target { get; init; }

    /// <summary>What the target promises.</summary>
    public required string Metric { get; init; }

    /// <summary>Which exchange, update or reopening, from 1.</summary>
    public required int Cycle { get; init; }

    /// <summary>Where the clock stands.</summary>
    public required ClockState State { get; init; }

    /// <summary>When it is due; nothing while it is held with budget left.</summary>
    public Instant? DueAt { get; init; }

    /// <summary>Whether a coming announcement of holidays may move that.</summary>
    public bool? Provisional { get; init; }

    /// <summary>The status that holds it; nothing where none does.</summary>
    public TicketStatus? HeldBy { get; init; }

    /// <summary>Whose ticket it is.</summary>
    public string? Customer { get; init; }

    /// <summary>How much it matters.</summary>
    public required TicketPriority Priority { get; init; }

    /// <summary>The group that has it.</summary>
    public string? Group { get; init; }

    /// <summary>The agent who has it.</summary>
    public string? Assignee { get; init; }

    /// <summary>A promise as of an instant.</summary>
    public static OpenPromiseView Of(ClockOutcome promise, Instant now)
    {
        ArgumentNullException.ThrowIfNull(promise);
        return new OpenPromiseView
        {
            Ticket = promise.TicketId,
            Title = promise.Facts.Title,
            Url = promise.Facts.Url,
            Agreement = promise.AgreementId,
            Target = promise.TargetId,
            Metric = promise.Metric,
            Cycle = promise.Cycle,
            State = promise.StateAt(now),
            DueAt = promise.DueAt,
            Provisional = promise.IsProvisional ? true : null,
            HeldBy = promise.HeldBy,
            Customer = promise.Facts.Customer,
            Priority = promise.Facts.Priority,
            Group = promise.Facts.Group,
            Assignee = promise.Facts.Assignee,
        };
    }
}
