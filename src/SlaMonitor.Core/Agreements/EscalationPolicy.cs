namespace SlaMonitor.Core.Agreements;

/// <summary>The steps that a ticket's clocks go through. The first policy that matches the ticket, in file order, is taken.</summary>
/// <param name="When">Which tickets it is for.</param>
/// <param name="Steps">The steps, in file order.</param>
/// <param name="QuietHours">When mail that can wait is held back, or <c>null</c> for never.</param>
public sealed record EscalationPolicy(Condition When, IReadOnlyList<EscalationStep> Steps, QuietHours? QuietHours)
{
    /// <summary>When those who were told of a promise hear that it was kept.</summary>
    public AllClearRule AllClear { get; init; } = AllClearRule.Broken;
}
