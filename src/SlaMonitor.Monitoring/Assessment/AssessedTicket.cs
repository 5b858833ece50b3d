using NodaTime;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Escalations;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Promises;

namespace SlaMonitor.Monitoring.Assessment;

/// <summary>A ticket as it was loaded, with its assessment, which is worked out when it is first asked for and then kept.</summary>
/// <param name="id">The ticket's id.</param>
/// <param name="stored">What the store has of it; <c>null</c> where it knows no such ticket.</param>
/// <param name="book">The agreements in force.</param>
/// <param name="now">The present, which the assessment is of.</param>
internal sealed class AssessedTicket(string id, StoredTicket? stored, AgreementBook book, Instant now)
{
    private readonly Lazy<TicketAssessment?> _assessment = new(
        () => stored is null
            ? null
            : TicketAssessment.Of(
                stored.Events, stored.State.FiredSteps, book, now, stored.State.Waiting, stored.State.HeardSince),
        LazyThreadSafetyMode.None);

    public string Id => id;

    public bool IsKnown => stored is not null;

    public Instant Now => now;

    /// <summary>The whole log; empty for a ticket that is not known.</summary>
    public IReadOnlyList<TicketEvent> Events => stored?.Events ?? [];

    /// <summary>The monitor's own state of the ticket; the initial one for a ticket that is not known.</summary>
    public MonitoringState State => stored?.State ?? MonitoringState.Initial;

    /// <summary>The ticket's clocks and steps; <c>null</c> where nothing is known of it.</summary>
    public TicketAssessment? Assessment => _assessment.Value;

    /// <summary>What the assessment will be once these events are in the log.</summary>
    /// <param name="news">The events.</param>
    /// <param name="heardSince">Since when the helpdesk is heard that tells them; counts for a ticket that turns out to be older.</param>
    public TicketAssessment? AssessmentWith(IReadOnlyList<TicketEvent> news, Instant? heardSince = null) =>
        TicketAssessment.Of([.. Events, .. news], State.FiredSteps, book, now, State.Waiting, State.HeardSince ?? heardSince);

    /// <summary>What the assessment is if the log says this in place of what it says.</summary>
    public TicketAssessment? AssessmentOf(IReadOnlyList<TicketEvent> log) =>
        TicketAssessment.Of(log, State.FiredSteps, book, now, State.Waiting, State.HeardSince);

    /// <summary>What the assessment is if these steps count as fired, and these wait, instead of those that the state names.</summary>
    public TicketAssessment? AssessmentIf(IReadOnlyList<StepId> fired, IReadOnlyList<WaitingStep> waiting) =>
        TicketAssessment.Of(Events, fired, book, now, waiting, State.HeardSince);

    /// <summary>
    /// What the ticket is at another instant: without what had not happened by then, or as it will be if nothing happens.
    /// </summary>
    public TicketAssessment? AssessmentAsOf(Instant at) => TicketAssessment.Of(
        [.. Events.Where(one => one.Time <= at)], State.FiredSteps, book, at, State.Waiting, State.HeardSince);

    /// <summary>Whether the next look was worked out by the agreements in force.</summary>
    public bool IsOfTheseTerms => string.Equals(State.Terms, book.Fingerprint, StringComparison.Ordinal);

    /// <summary>Whether the ticket's outcomes are filed as this version files them, by the agreements in force.</summary>
    public bool IsFiled => IsOfTheseTerms && State.FiledAs == OutcomeRows.Form;

    /// <summary>What writes events and a state upon the ticket as it was loaded.</summary>
    /// <param name="news">Events that are not in the log yet.</param>
    /// <param name="state">The state, with the next look that was worked out by the agreements in force.</param>
    /// <param name="after">What the ticket is with these events.</param>
    public TicketCommit Commit(IReadOnlyList<TicketEvent> news, MonitoringState state, TicketAssessment? after) => new(
        id,
        news,
        state with
        {
            Terms = book.Fingerprint,
            IsSettled = state.NextLook is null && after?.Ticket.Phases[^1].IsDone != false,
            IsWithoutAgreement = WithoutAgreement.Holds(after),
            FiledAs = OutcomeRows.Form,
        },
        stored?.Tag)
    {
        Outcomes = OutcomeRows.Of(after),
    };
}
