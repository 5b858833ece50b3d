namespace SlaMonitor.Core.Agreements;

/// <summary>One step of an escalation: at this moment of a clock, tell these.</summary>
/// <param name="At">The moment.</param>
/// <param name="Notify">Whom: <c>assignee</c>, <c>group</c>, or the id of a <see cref="Contact"/>.</param>
/// <param name="UnlessAcknowledged">
/// Whether somebody's acknowledgement holds this step back until it expires. Where not, it comes in any case.
/// </param>
public sealed record EscalationStep(StepMoment At, IReadOnlyList<string> Notify, bool UnlessAcknowledged);
