using NodaTime;
using SlaMonitor.Core.Escalations;
using SlaMonitor.Monitoring.Notification.Orders;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Evaluation;

/// <summary>What an evaluation finds of one ticket: what has come, and whom it would tell.</summary>
internal sealed record TicketLook
{
    /// <summary>The entry of the due index.</summary>
    public required DueTicket Entry { get; init; }

    /// <summary>The steps that have come.</summary>
    public required IReadOnlyList<FiredStep> Steps { get; init; }

    /// <summary>The all-clears that have come.</summary>
    public required IReadOnlyList<FiredStep> AllClears { get; init; }

    /// <summary>Whom they tell, now or with their next mail.</summary>
    public required IReadOnlyList<Telling> Tellings { get; init; }

    /// <summary>The mail that asks the requester how satisfied they are; <c>null</c>: none is due, or nobody can be asked.</summary>
    public MailOrder? Survey { get; init; }

    /// <summary>What is recorded if everybody is told now; without the steps and all-clears that have come.</summary>
    public required TicketCommit Commit { get; init; }

    /// <summary>What is recorded once some of them are told, and the others wait.</summary>
    /// <param name="told">The addresses of those who are told now.</param>
    public FiredTicket Fire(IReadOnlySet<string> told)
    {
        var waiting = new List<WaitingStep>();
        var steps = Steps.Where(step => IsDone(step, told, waiting)).ToList();
        var allClears = AllClears.Where(allClear => IsDone(allClear, told, waiting)).ToList();
        var state = Commit.State;
        var nextLook = waiting.Select(step => (Instant?)step.Until).Append(state.NextLook).Min();
        return new FiredTicket
        {
            Entry = Entry,
            Steps = steps,
            AllClears = allClears,
            Waiting = waiting,
            Commit = Commit with
            {
                State = state with
                {
                    // What was told of the ticket before somebody else wrote it is in the state already.
                    FiredSteps = [.. state.FiredSteps.Union(steps.Concat(allClears).Select(step => step.Id))],
                    Waiting = [.. state.Waiting, .. waiting],
                    NextLook = nextLook,
                    IsSettled = state.IsSettled && nextLook is null,
                },
            },
        };
    }

    private bool IsDone(FiredStep step, IReadOnlySet<string> told, List<WaitingStep> waiting)
    {
        var tellings = Tellings
            .Where(telling => telling.Item.StepId == step.Id)
            .ToLookup(telling => told.Contains(telling.Addressee.Address));
        if (!tellings[false].Any()) return true;

        waiting.Add(new WaitingStep(
            step.Id,
            step.WaitsSince,
            tellings[false].Min(telling => telling.WaitsUntil),
            [.. step.Told, .. tellings[true].Select(telling => telling.Addressee.Address)]));
        return false;
    }
}
