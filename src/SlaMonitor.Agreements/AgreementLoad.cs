using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Core.Agreements.Versions;

namespace SlaMonitor.Agreements;

/// <summary>What came of loading agreements.</summary>
/// <param name="Book">The agreements, or <c>null</c> when there was an error in any of them.</param>
/// <param name="Problems">Errors and warnings, by file and line.</param>
public sealed record AgreementLoad(AgreementBook? Book, IReadOnlyList<AgreementProblem> Problems)
{
    /// <summary>Where each version of the book is written; nothing where there is no book.</summary>
    public IReadOnlyList<AgreementFile> Files { get; init; } = [];
}
