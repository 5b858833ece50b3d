using SlaMonitor.Agreements.Diagnostics;

namespace SlaMonitor.Monitoring.Agreements;

/// <summary>The agreements have errors, and there are no good ones to go on with. It carries every problem, not only the first.</summary>
#pragma warning disable CA1032 // without its problems this exception would say nothing
internal sealed class InvalidAgreementsException : Exception
#pragma warning restore CA1032
{
    internal InvalidAgreementsException(IReadOnlyList<AgreementProblem> problems)
        : base($"The agreements cannot be used:{string.Concat(problems.Select(problem => $"{Environment.NewLine}{problem}"))}") =>
        Problems = problems;

    /// <summary>All that is wrong with them.</summary>
    public IReadOnlyList<AgreementProblem> Problems { get; }
}
