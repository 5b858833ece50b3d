namespace SlaMonitor.Monitoring.Views;

/// <summary>What would come of an agreement if it were put into force now.</summary>
/// <param name="Usable">Whether it can be: there is no error in it.</param>
/// <param name="Problems">What is wrong, by line.</param>
/// <param name="Effect">What it would do to the open tickets; nothing where it cannot be used.</param>
public sealed record AgreementTrialView(bool Usable, IReadOnlyList<AgreementProblemView> Problems, TrialEffectView? Effect);
