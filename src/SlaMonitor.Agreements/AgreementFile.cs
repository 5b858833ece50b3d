using SlaMonitor.Agreements.Building;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Agreements;

/// <summary>A version of an agreement and the file that it was read from.</summary>
/// <param name="Name">The file.</param>
/// <param name="Version">The version.</param>
public sealed record AgreementFile(string Name, Agreement Version)
{
    internal static AgreementFile Of(BuiltVersion built) => new(built.Section.Place.File, built.Agreement!);
}
