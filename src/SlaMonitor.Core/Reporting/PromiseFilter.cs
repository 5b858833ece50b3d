using SlaMonitor.Core.Clocks;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Reporting;

/// <summary>Which of the open promises somebody asks for. What is <c>null</c> is not asked; all that is asked must hold.</summary>
/// <param name="Agreement">The agreement's id.</param>
/// <param name="Target">The target's id.</param>
/// <param name="Customer">The customer, in any case.</param>
/// <param name="Group">The group that has the ticket, in any case.</param>
/// <param name="Assignee">The agent who has the ticket, or who took the promise, in any case.</param>
/// <param name="Standing">How the promise stands.</param>
/// <param name="Mine">The address of somebody who has the promise: they took it, or nobody did and they are its agent.</param>
public sealed record PromiseFilter(
    string? Agreement = null, string? Target = null, string? Customer = null, string? Group = null, string? Assignee = null,
    PromiseStanding? Standing = null, string? Mine = null)
{
    /// <summary>How much the ticket matters.</summary>
    public TicketPriority? Priority { get; init; }

    /// <summary>Whether a promise is asked for.</summary>
    public bool Matches(OpenPromise promise)
    {
        ArgumentNullException.ThrowIfNull(promise);

        var facts = promise.Outcome.Facts;
        return Is(Agreement, promise.Outcome.AgreementId, StringComparison.Ordinal)
            && Is(Target, promise.Outcome.TargetId, StringComparison.Ordinal)
            && Is(Customer, facts.Customer, StringComparison.OrdinalIgnoreCase)
            && Is(Group, facts.Group, StringComparison.OrdinalIgnoreCase)
            && (Is(Assignee, facts.Assignee, StringComparison.OrdinalIgnoreCase)
                || Is(Assignee, promise.Taken?.By, StringComparison.OrdinalIgnoreCase))
            && (Priority is not { } priority || facts.Priority == priority)
            && (Standing is not { } standing || Is(promise, standing))
            && (Mine is null || IsWith(promise, Mine));
    }

    /// <summary>Whether a promise stands so. One may stand in several ways.</summary>
    public static bool Is(OpenPromise promise, PromiseStanding standing)
    {
        ArgumentNullException.ThrowIfNull(promise);
        return standing switch
        {
            PromiseStanding.Running => promise.State == ClockState.Running,
            PromiseStanding.AtRisk => promise.IsAtRisk,
            PromiseStanding.Breached => promise.State == ClockState.Breached,
            PromiseStanding.Paused => promise.State == ClockState.Paused,
            _ => promise.Outcome.IsProvisional,
        };
    }

    /// <summary>Helpdesks name an agent as they like, and the agreement knows who that is.</summary>
    private static bool IsWith(OpenPromise promise, string address)
    {
        if (promise.Taken is { } taken) return Is(address, taken.By, StringComparison.OrdinalIgnoreCase);

        var agent = promise.Outcome.Facts.Assignee;
        return Is(address, agent, StringComparison.OrdinalIgnoreCase)
            || (agent is not null && Is(address, promise.Agreement?.ContactKnownAs(agent)?.Email, StringComparison.OrdinalIgnoreCase));
    }

    private static bool Is(string? asked, string? value, StringComparison comparison) =>
        asked is null || string.Equals(asked, value, comparison);
}
