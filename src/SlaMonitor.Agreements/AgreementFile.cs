using SlaMonitor.Agreements.Building;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Agreements;

/// <summary>A version of an agreement and the file that it was read from.</summary>
/// <param name="Name">The file.</param>
/// <param name="Version">The version.</param>
public sealed record AgreementFile(string Name, Agreement Version)
{
    /// <summary>
    /// Of an amendment, the text of all that it comes to with the version that it amends, as YAML; <c>null</c> for a version that says
    /// everything itself.
    /// </summary>
    public string? Merged { get; init; }

    internal static AgreementFile Of(BuiltVersion built) => new(built.Section.Place.File, built.Agreement!) { Merged = built.Merged };
}
