using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Format;
using SlaMonitor.Agreements.Syntax;

namespace SlaMonitor.Agreements.Building;

/// <summary>Checks what an amendment removes, and who still asks for it.</summary>
internal static class Removed
{
    /// <summary>Reports a name that refers to nothing: where it stands, or where an amendment has removed what it means.</summary>
    /// <param name="problems">Where it is reported.</param>
    /// <param name="what">What it would be, as in <c>calendar</c>.</param>
    /// <param name="name">The name.</param>
    /// <param name="place">Where it stands: in the amendment, or in a version before it.</param>
    /// <param name="removed">What the amendment removes.</param>
    /// <param name="known">What there is.</param>
    public static void Report(
        Problems problems, string what, string name, Place place, Items<Located<Name>>? removed, IReadOnlyList<string> known)
    {
        if (removed?.Values.FirstOrDefault(one => string.Equals(one.Value.Value, name, StringComparison.Ordinal)) is { } here)
            problems.Error(here.Place, $"the {what} '{name}' is removed here, and {place} still asks for it; change that too, or keep it");
        else
            problems.Error(place, Sentences.Unknown(what, name, known));
    }

    /// <summary>Says so where nothing can be removed, because the version says everything itself, and where nothing is.</summary>
    public static void Check(AgreementSection section, Problems problems)
    {
        if (section.Removes is not { } removes) return;
        if (section.Amends is null && !section.KeyPlaces.ContainsKey("amends"))
            problems.Error(removes.Place, "only an amendment removes something; write amends: with the number of the version that has it");
        else if (!removes.All.Any() && !problems.HasErrors)
            problems.Error(removes.Place, "nothing is removed; write what, as in removes: { targets: [urgent] }, or leave it out");
    }
}
