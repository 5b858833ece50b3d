using NodaTime;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Escalations;
using SlaMonitor.Monitoring.Assessment;
using SlaMonitor.Monitoring.Notification.Addressees;
using SlaMonitor.Monitoring.Notification.Orders;
using SlaMonitor.Monitoring.Observability;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Evaluation;

/// <summary>Finds what comes now of one ticket.</summary>
internal sealed class TicketEvaluation(
    ITicketStore store, AssessedTickets tickets, INotificationLedger ledger, AllowedRecipients allowed)
{
    /// <param name="entry">The entry of the due index.</param>
    /// <param name="told">
    /// What was told of the ticket in this evaluation before somebody else wrote it: it is recorded, whatever has become of it.
    /// </param>
    /// <param name="book">The agreements in force.</param>
    /// <param name="now">The present.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>What to tell and to record, or <c>null</c> where the ticket is not due after all.</returns>
    public async Task<FiredTicket?> EvaluateAsync(
        DueTicket entry, FiredTicket told, AgreementBook book, Instant now, CancellationToken cancellationToken)
    {
        var ticket = await tickets.LoadAsync(entry.TicketId, book, now, cancellationToken);
        var unrecorded = told.Ids.Except(ticket.State.FiredSteps).ToList();
        if (!ticket.IsKnown || (ticket.State.NextLook != entry.Due && unrecorded.Count == 0))
        {
            await store.DropDueAsync(entry, cancellationToken);
            return null;
        }

        var fired = (StepId[])[.. ticket.State.FiredSteps, .. unrecorded];
        var asksLedger = ticket.State.IsInDoubt;
        var assessment = ticket.AssessmentIfFired(fired);
        var sent = asksLedger || assessment?.AllClears.Any(allClear => allClear.ComesAt < now) == true
            ? await ledger.ListAsync(entry.TicketId, cancellationToken)
            : [];
        if (asksLedger && assessment is not null)
        {
            fired = FiredStepsFromLedger.Correct(fired, assessment, sent, now);
            assessment = ticket.AssessmentIfFired(fired);
        }

        var steps = assessment?.Pending.Where(step => step.ComesAt < now).ToList() ?? [];
        var allClears = assessment?.AllClears.Where(allClear => allClear.ComesAt < now).ToList() ?? [];
        return new FiredTicket
        {
            Entry = entry,
            Steps =
            [
                .. told.Steps.Where(step => unrecorded.Contains(step.Id)),
                .. steps.Select(step => new FiredStep(step.Id, step.At)),
            ],
            AllClears =
            [
                .. told.AllClears.Where(allClear => unrecorded.Contains(allClear.Id)),
                .. allClears.Select(allClear => new FiredStep(allClear.Id, allClear.ComesAt)),
            ],
            Tellings =
            [
                .. StepTellings.Of(steps, fired.ToHashSet(), allowed, now, step => Trace.OfFiring(step, ticket.Events)),
                .. allClears.SelectMany(allClear => AllClearTellings.Of(allClear, fired, sent, Trace.OfAllClear(allClear, ticket.Events))),
            ],
            Commit = ticket.Commit(
                [], StateAfter(ticket.State, fired, steps, allClears, assessment?.NextLookAfter(now)), assessment),
        };
    }

    private static MonitoringState StateAfter(
        MonitoringState state, StepId[] fired, List<ScheduledStep> steps, List<AllClear> allClears, Instant? nextLook) => state with
        {
            FiredSteps = [.. fired, .. steps.Select(step => step.Id), .. allClears.Select(allClear => allClear.Id)],
            NextLook = nextLook,
            IsInDoubt = false,
        };
}
