using System.Text.Json.Serialization;
using NodaTime;
using SlaMonitor.Core.Escalations;

namespace SlaMonitor.Monitoring.Ports;

/// <summary>
/// What the monitor itself remembers of a ticket, beside the helpdesk's events. Everything else is worked out from the log, so that it can
/// never disagree with it.
/// </summary>
public sealed record MonitoringState
{
    /// <summary>A ticket that nothing has been done about yet.</summary>
    public static MonitoringState Initial { get; } = new();

    /// <summary>When to look at the ticket next; <c>null</c>: not before it changes. The due index follows this.</summary>
    public Instant? NextLook { get; init; }

    /// <summary>
    /// The fingerprint of the agreements that <see cref="NextLook"/> was worked out by; <c>null</c> where that is not known, as in what an
    /// earlier version has stored.
    /// </summary>
    public string? Terms { get; init; }

    /// <summary>
    /// Whether the ticket was settled and nothing was to come of it when this was written: other agreements change nothing about that.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsSettled { get; init; }

    /// <summary>Whether the ticket was open and no agreement governed it when this was written: it has no clock.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsWithoutAgreement { get; init; }

    /// <summary>Whether somebody may have been told what is not recorded here; the next look asks the ledger.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsInDoubt { get; init; }

    /// <summary>
    /// In which form the ticket's outcomes are filed (<see cref="IPromiseShelves"/>), by <see cref="Terms"/>; 0 where they are not, as in
    /// what an earlier version has stored.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int FiledAs { get; init; }

    /// <summary>
    /// Since when the monitor hears of the ticket's helpdesk, where the ticket is older and its creation was never received: what was due
    /// before is told to nobody, so that connecting a helpdesk with old tickets sets off no storm.
    /// </summary>
    public Instant? HeardSince { get; init; }

    /// <summary>
    /// The pseudonyms of everybody who was erased from the ticket: late news of it is freed of their names as it comes. <c>null</c>: of
    /// nobody.
    /// </summary>
    public IReadOnlyList<string>? Forgotten { get; init; }

    /// <summary>When the ticket's log was reduced to what its outcomes need; <c>null</c>: it is whole.</summary>
    public Instant? ReducedAt { get; init; }

    /// <summary>The ids of the escalation steps that have been fired, in the order of firing: none of them is ever fired again.</summary>
    public IReadOnlyList<StepId> FiredSteps { get; init; } = [];

    /// <summary>
    /// The steps and all-clears that have come, and of which somebody is told with their next mail. They count as fired once everybody was
    /// told: a version of the program that does not know of this fires them, and the ledger knows who was told.
    /// </summary>
    public IReadOnlyList<WaitingStep> Waiting { get; init; } = [];
}
