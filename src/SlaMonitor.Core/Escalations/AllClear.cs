using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Clocks;

namespace SlaMonitor.Core.Escalations;

/// <summary>Word to those who were told of a promise that it was kept after all.</summary>
/// <param name="Clock">The clock, which has ended in time.</param>
/// <param name="Policy">The policy that they were told under.</param>
/// <param name="ComesAt">It is told strictly after this.</param>
public sealed record AllClear(Clock Clock, EscalationPolicy Policy, Instant ComesAt)
{
    /// <summary>What stands in the place of a step's moment.</summary>
    public const string Moment = "all-clear";

    /// <summary>Quiet hours hold it back as they would hold back the word of the breach.</summary>
    internal static string SpokenOfAs { get; } = new StepMoment.Due().Name;

    /// <summary>
    /// Since when nothing holds it back but that it waits for a mail; <see cref="ComesAt"/> where it does not wait for one.
    /// </summary>
    public Instant ReadyAt { get; init; } = ComesAt;

    /// <summary>That it waits for somebody's next mail, or did; <c>null</c> where it never had to.</summary>
    public WaitingStep? Waited { get; init; }

    /// <summary>The addresses of those who were told already, where others are told with their next mail.</summary>
    public IReadOnlyList<string> Told => Waited?.Told ?? [];

    /// <summary>Since when it waits for a mail; the present, where it has not waited since nothing else held it back.</summary>
    public Instant WaitsSince(Instant now) => Waited is { } waited ? Instant.Max(waited.Since, ReadyAt) : now;

    /// <summary>Whether it may be told: it has come, or waits for nothing but a mail.</summary>
    public bool MayBeTold(Instant now) => ComesAt < now || (ReadyAt < ComesAt && Policy.MayGoAlong(SpokenOfAs, ReadyAt, now));

    /// <summary>Identifies it within its ticket: there is one for a promise.</summary>
    public StepId Id => new(Clock.Id, Moment);

    /// <summary>The ids of all steps that it would take back, if they had been fired.</summary>
    public IEnumerable<StepId> StepIds => Policy.Steps.SelectMany(step => step.Names).Distinct(StringComparer.Ordinal)
        .Select(name => new StepId(Clock.Id, name)).Where(TakesBack);

    /// <summary>Whether a step that was fired is one that this takes back.</summary>
    public bool TakesBack(StepId step) => step.IsOf(Clock.Id) && Policy.AllClear switch
    {
        AllClearRule.Always => true,
        AllClearRule.Broken => !StepMoment.IsWarning(step.Name),
        _ => false,
    };
}
