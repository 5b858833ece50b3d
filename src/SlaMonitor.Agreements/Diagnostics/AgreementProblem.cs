namespace SlaMonitor.Agreements.Diagnostics;

/// <summary>Something wrong in an agreement file.</summary>
/// <param name="Place">Where.</param>
/// <param name="Severity">Whether the file can be used all the same.</param>
/// <param name="Message">What is wrong, and what would be right.</param>
public sealed record AgreementProblem(Place Place, ProblemSeverity Severity, string Message)
{
    /// <summary>The problem as compilers write it, so that editors jump to it: <c>file:line:column: error: message</c>.</summary>
    public override string ToString() => $"{Place}: {(Severity == ProblemSeverity.Error ? "error" : "warning")}: {Message}";
}
