namespace SlaMonitor.Agreements.Diagnostics;

/// <summary>How much an <see cref="AgreementProblem"/> matters.</summary>
public enum ProblemSeverity
{
    /// <summary>The agreements can be used, but probably do not say what was meant.</summary>
    Warning,

    /// <summary>The agreements cannot be used.</summary>
    Error,
}
