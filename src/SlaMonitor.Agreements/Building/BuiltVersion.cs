using SlaMonitor.Agreements.Format;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Agreements.Building;

/// <summary>A version of an agreement and the section that it was built from.</summary>
/// <param name="Section">The section: it knows where everything stands.</param>
/// <param name="Term">The term, as far as it could be read.</param>
/// <param name="Agreement">The version, or <c>null</c> when there was a mistake.</param>
internal sealed record BuiltVersion(AgreementSection Section, Term? Term, Agreement? Agreement)
{
    /// <summary>Of an amendment, all that it comes to with what it amends; <c>null</c> for a version that says everything itself.</summary>
    public string? Merged { get; init; }
}
