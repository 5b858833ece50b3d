using NodaTime;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Escalations;
using SlaMonitor.Core.Surveys;
using SlaMonitor.Monitoring.Assessment;
using SlaMonitor.Monitoring.Notification.Addressees;
using SlaMonitor.Monitoring.Notification.Orders;
using SlaMonitor.Monitoring.Notification.Surveys;
using SlaMonitor.Monitoring.Observability;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Evaluation;

/// <summary>Finds what has come of one ticket.</summary>
internal sealed class TicketEvaluation(
    ITicketStore store, AssessedTickets tickets, INotificationLedger ledger, AllowedRecipients allowed, SurveyCounts surveys)
{
    /// <param name="entry">The entry of the due index.</param>
    /// <param name="told">
    /// What was told of the ticket in this evaluation before somebody else wrote it: it is recorded, whatever has become of it.
    /// </param>
    /// <param name="book">The agreements in force.</param>
    /// <param name="now">The present.</param>
    /// <param name="mailboxes">Who was mailed when.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>What to tell and to record, or <c>null</c> where the ticket is not due after all.</returns>
    public async Task<TicketLook?> EvaluateAsync(
        DueTicket entry, FiredTicket told, AgreementBook book, Instant now, Mailboxes mailboxes, CancellationToken cancellationToken)
    {
        var ticket = await tickets.LoadAsync(entry.TicketId, book, now, cancellationToken);
        var unrecorded = told.Ids.Except(ticket.State.FiredSteps).ToList();
        if (!ticket.IsKnown || (ticket.State.NextLook != entry.Due && unrecorded.Count == 0 && !told.PartlyTold.Any()))
        {
            await store.DropDueAsync(entry, cancellationToken);
            return null;
        }

        var look = await LookAsync(
            ticket, entry, [.. ticket.State.FiredSteps, .. unrecorded], told.PartlyTold.ToList(), mailboxes, cancellationToken);
        return look with
        {
            Steps = [.. told.Steps.Where(step => unrecorded.Contains(step.Id)), .. look.Steps],
            AllClears = [.. told.AllClears.Where(allClear => unrecorded.Contains(allClear.Id)), .. look.AllClears],
        };
    }

    /// <summary>Looks at a ticket of which something may wait for a mail that goes now.</summary>
    /// <returns>What to tell and to record, or <c>null</c> where nothing waits any more.</returns>
    public async Task<TicketLook?> TakeAlongAsync(
        string ticketId, AgreementBook book, Instant now, Mailboxes mailboxes, CancellationToken cancellationToken)
    {
        var ticket = await tickets.LoadAsync(ticketId, book, now, cancellationToken);
        return ticket.State is { Waiting.Count: > 0, NextLook: { } due }
            ? await LookAsync(ticket, new DueTicket(ticketId, due), [.. ticket.State.FiredSteps], [], mailboxes, cancellationToken)
            : null;
    }

    private async Task<TicketLook> LookAsync(
        AssessedTicket ticket, DueTicket entry, StepId[] fired, IReadOnlyList<WaitingStep> told, Mailboxes mailboxes,
        CancellationToken cancellationToken)
    {
        var now = ticket.Now;
        var waiting = Merge(ticket.State.Waiting, told, fired);
        var asksLedger = ticket.State.IsInDoubt;
        var assessment = ticket.AssessmentIf(fired, waiting);
        var sent = asksLedger || assessment?.AllClears.Any(allClear => allClear.MayBeTold(now)) == true
            ? await ledger.ListAsync(ticket.Id, cancellationToken)
            : [];
        if (asksLedger && assessment is not null)
        {
            fired = FiredStepsFromLedger.Correct(fired, assessment, sent, now);
            assessment = ticket.AssessmentIf(fired, waiting);
        }

        var steps = assessment?.Pending.Where(step => step.MayBeTold(now)).ToList() ?? [];
        var allClears = assessment?.AllClears.Where(allClear => allClear.MayBeTold(now)).ToList() ?? [];
        var begun = fired.Concat(waiting.Where(step => step.Told.Count > 0).Select(step => step.Step)).ToList();
        var tellings = new List<Telling>();
        foreach (var (step, telling) in StepTellings.Of(
            steps, begun.ToHashSet(), allowed, now, step => Trace.OfFiring(step, ticket.Events)))
        {
            tellings.Add(await DelayedAsync(
                telling, (who, lastMail) => MailWait.Until(step, now, who.Grouping.Every, lastMail, who.QuietHours)));
        }

        foreach (var allClear in allClears)
        {
            foreach (var telling in AllClearTellings.Of(allClear, begun, sent, Trace.OfAllClear(allClear, ticket.Events)))
            {
                tellings.Add(await DelayedAsync(
                    telling, (who, lastMail) => MailWait.Until(allClear, now, who.Grouping.Every, lastMail, who.QuietHours)));
            }
        }

        if (asksLedger && assessment is not null) tellings.AddRange(ChannelUpdates.Of(assessment, begun, sent, now));

        return new TicketLook
        {
            Entry = entry,
            Steps = [.. steps.Select(step => new FiredStep(step.Id, step.At, step.WaitsSince(now), step.Told))],
            AllClears = [.. allClears.Select(one => new FiredStep(one.Id, one.ReadyAt, one.WaitsSince(now), one.Told))],
            Tellings = tellings,
            Survey = SurveyOf(assessment, now),
            Commit = ticket.Commit([], StateAfter(ticket.State, fired, waiting, assessment, now), assessment),
        };

        // Whose mails never wait has no mailbox that would have to be read and kept.
        async Task<Telling> DelayedAsync(Telling telling, Func<Addressee, Instant?, Instant> until) =>
            telling.Addressee is var who && who is { QuietHours: null } && who.Grouping.Every == Duration.Zero
                ? telling
                : telling with { WaitsUntil = until(who, await mailboxes.LastMailAsync(who.Address, cancellationToken)) };
    }

    /// <summary>The question to the requester, where its time has come. Where nobody can be asked, that is counted.</summary>
    private MailOrder? SurveyOf(TicketAssessment? assessment, Instant now)
    {
        if (assessment is not { Survey: { } survey, Ticket: var ticket } || survey.At > now) return null;

        var order = SurveyOrders.Of(ticket, survey, now);
        if (order is null) surveys.RequesterUnknown(ticket.Id);
        return order;
    }

    /// <summary>The steps that wait, and who was told of them, by the state and in this evaluation.</summary>
    private static List<WaitingStep> Merge(IReadOnlyList<WaitingStep> state, IReadOnlyList<WaitingStep> told, StepId[] fired) =>
    [
        .. state.Concat(told)
            .Where(step => !fired.Contains(step.Step))
            .GroupBy(step => step.Step)
            .Select(same => same.First() with
            {
                Told = [.. same.SelectMany(step => step.Told).Distinct(StringComparer.OrdinalIgnoreCase)],
            }),
    ];

    /// <summary>
    /// What the state is without the steps that have come. Of those that do not come now, as somebody has taken the promise, or that do not
    /// come any more, as it has another budget, it is remembered that they waited and whom they told: they may come again.
    /// </summary>
    private static MonitoringState StateAfter(
        MonitoringState state, StepId[] fired, List<WaitingStep> waiting, TicketAssessment? assessment, Instant now)
    {
        var coming = assessment is null ? [] : assessment.Pending.Where(step => step.MayBeTold(now)).Select(step => step.Id)
            .Concat(assessment.AllClears.Where(allClear => allClear.MayBeTold(now)).Select(allClear => allClear.Id))
            .ToHashSet();
        return state with
        {
            FiredSteps = assessment?.Survey?.At <= now ? [.. fired, Survey.Asked] : fired,
            Waiting = [.. waiting.Where(step => !coming.Contains(step.Step))],
            NextLook = assessment?.NextLookAfter(now),
            IsInDoubt = false,
        };
    }
}
