using NodaTime;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Agreements.Building;

/// <summary>Warns of two agreements that may both govern a ticket, where only the order of the files would decide.</summary>
internal sealed class AmbiguityCheck(Problems problems)
{
    public void Run(IReadOnlyList<IReadOnlyList<BuiltVersion>> agreements)
    {
        foreach (var (i, first) in agreements.Index())
        {
            foreach (var second in agreements.Skip(i + 1)) Compare(InForce(first), InForce(second));
        }
    }

    private void Compare(List<Reign> first, List<Reign> second)
    {
        foreach (var one in first)
        {
            foreach (var other in second.Where(other => one.From <= other.To && other.From <= one.To))
            {
                var (a, b) = (one.Version.Agreement!, other.Version.Agreement!);
                if (a.Governs.Specificity != b.Governs.Specificity || !a.Governs.CanMeet(b.Governs)) continue;
                problems.Warn(
                    other.Version.Section.Customer?.Match?.Place ?? other.Version.Section.Place,
                    $"a ticket can match both {Name(a)} ({one.Version.Section.Place}) and {Name(b)}, which ask for as much; "
                    + $"{Name(a)} will govern it, because it comes first. Let one of them ask for more in its customer's 'match'");
                return;
            }
        }
    }

    private static string Name(Agreement agreement) => $"{agreement.Id} v{agreement.Version}";

    private static List<Reign> InForce(IReadOnlyList<BuiltVersion> versions)
    {
        var ordered = versions.OrderBy(version => version.Agreement!.EffectiveFrom).ToArray();
        return [.. ordered.Select(
            (version, i) => new Reign(version, version.Agreement!.EffectiveFrom, LastDay(version, ordered.ElementAtOrDefault(i + 1))))];
    }

    private static LocalDate LastDay(BuiltVersion version, BuiltVersion? next) => LocalDate.Min(
        version.Term?.LastDay ?? LocalDate.MaxIsoValue,
        next?.Agreement!.EffectiveFrom.PlusDays(-1) ?? LocalDate.MaxIsoValue);

    private sealed record Reign(BuiltVersion Version, LocalDate From, LocalDate To);
}
