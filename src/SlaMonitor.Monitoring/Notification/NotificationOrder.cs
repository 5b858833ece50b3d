using NodaTime;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Monitoring.Notification;

/// <summary>What the evaluator asks the notifier to do: tell one recipient of one step. The body of a queue message.</summary>
public sealed record NotificationOrder
{
    /// <summary>The notification: derived from ticket, step and recipient, so that a repeat is recognised.</summary>
    public required string NotificationId { get; init; }

    /// <summary>The ticket.</summary>
    public required string TicketId { get; init; }

    /// <summary>The step's id within the ticket.</summary>
    public required string StepId { get; init; }

    /// <summary>The metric of the step's clock.</summary>
    public required Metric Metric { get; init; }

    /// <summary>The target of the step's clock.</summary>
    public required string Target { get; init; }

    /// <summary>The cycle of the step's clock.</summary>
    public required int Cycle { get; init; }

    /// <summary>The step's moment, as the agreement writes it.</summary>
    public required string Moment { get; init; }

    /// <summary>When the step came.</summary>
    public required Instant StepAt { get; init; }

    /// <summary>The recipient's address.</summary>
    public required string Recipient { get; init; }

    /// <summary>Why this recipient: the word that the agreement's step names them by.</summary>
    public required string Because { get; init; }

    /// <summary>The language that the recipient reads.</summary>
    public required string Language { get; init; }

    /// <summary>The zone that the recipient reads times in (IANA).</summary>
    public required string TimeZone { get; init; }

    /// <summary>Everybody else who is told of the same step.</summary>
    public IReadOnlyList<string> AlsoTold { get; init; } = [];

    /// <summary>When the order was given; tells a redelivery of one message from a second message of the same notification.</summary>
    public required Instant OrderedAt { get; init; }

    /// <summary>The trace that the mail belongs to (W3C <c>traceparent</c>): that of the event which started the clock.</summary>
    public string? TraceParent { get; init; }
}
