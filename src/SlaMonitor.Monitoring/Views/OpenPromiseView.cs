using NodaTime;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Reporting;
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

    /// <summary>
    /// The open time that is left, in whole seconds; negative by what it is over. Nothing where its target is not known any more.
    /// </summary>
    public long? LeftSeconds { get; init; }

    /// <summary>Whether that becomes less now; nothing where it does not.</summary>
    public bool? Counting { get; init; }

    /// <summary>When its calendar closes or opens next; nothing where it is held.</summary>
    public Instant? ChangesAt { get; init; }

    /// <summary>Whether it can still be kept, and has used most of its budget; nothing where not.</summary>
    public bool? AtRisk { get; init; }

    /// <summary>Who has taken it; nothing where nobody has.</summary>
    public ClockView.TakenView? Taken { get; init; }

    /// <summary>Shows a promise.</summary>
    public static OpenPromiseView Of(OpenPromise promise)
    {
        ArgumentNullException.ThrowIfNull(promise);

        var (outcome, facts) = (promise.Outcome, promise.Outcome.Facts);
        return new OpenPromiseView
        {
            Ticket = outcome.TicketId,
            Title = facts.Title,
            Url = facts.Url,
            Agreement = outcome.AgreementId,
            Target = outcome.TargetId,
            Metric = outcome.Metric,
            Cycle = outcome.Cycle,
            State = promise.State,
            DueAt = outcome.DueAt,
            Provisional = outcome.IsProvisional ? true : null,
            HeldBy = outcome.HeldBy,
            Customer = facts.Customer,
            Priority = facts.Priority,
            Group = facts.Group,
            Assignee = facts.Assignee,
            LeftSeconds = promise.Left?.TotalSeconds,
            Counting = promise.IsCounting ? true : null,
            ChangesAt = promise.ChangesAt,
            AtRisk = promise.IsAtRisk ? true : null,
            Taken = promise.Taken is { } taken ? new ClockView.TakenView(taken.By, taken.At, taken.Until) : null,
        };
    }
}
