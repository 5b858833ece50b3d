using NodaTime;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Format;

namespace SlaMonitor.Agreements.Building;

/// <summary>Checks that the versions of one agreement follow each other.</summary>
internal sealed class VersionCheck(Problems problems)
{
    public void Run(IEnumerable<BuiltVersion> versions)
    {
        var known = versions.Where(IsReadable).ToArray();

        var numbers = new Dictionary<int, AgreementSection>();
        foreach (var version in known)
        {
            if (!numbers.TryAdd(Number(version), version.Section))
            {
                var other = numbers[Number(version)].PlaceOf("version");
                problems.Error(
                    version.Section.PlaceOf("version"),
                    $"there is a version {Number(version)} of {Id(version)} already, at {other}; an amendment has a number of its own");
            }
        }

        // Sorting is stable: of two versions with one date, the one that comes later in the files is the one to complain of.
        var ordered = known.OrderBy(EffectiveFrom).ToArray();
        foreach (var (earlier, later) in ordered.Zip(ordered.Skip(1))) Compare(earlier, later);
    }

    private void Compare(BuiltVersion earlier, BuiltVersion later)
    {
        var from = EffectiveFrom(later)!.Value;
        if (from == EffectiveFrom(earlier))
        {
            var other = earlier.Section.PlaceOf("effectiveFrom");
            problems.Error(
                later.Section.PlaceOf("effectiveFrom"),
                $"version {Number(earlier)} of {Id(later)} takes effect on {from:uuuu-MM-dd} too, at {other}; "
                + "each version has a day of its own");
            return;
        }

        if (Number(later) < Number(earlier))
        {
            var other = earlier.Section.PlaceOf("version");
            problems.Error(
                later.Section.PlaceOf("version"),
                $"version {Number(later)} takes effect after version {Number(earlier)} ({other}); "
                + "number the versions in the order of their dates");
        }

        if (earlier.Term?.LastDay is { } last && last.PlusDays(1) < from)
        {
            problems.Warn(
                later.Section.PlaceOf("effectiveFrom"),
                $"version {Number(earlier)} of {Id(later)} ended on {last:uuuu-MM-dd}; "
                + $"nothing is promised for tickets created between then and {from:uuuu-MM-dd}");
        }
    }

    // What could not be read is reported already, and cannot be compared.
    private static bool IsReadable(BuiltVersion version) =>
        EffectiveFrom(version) is not null && (version.Section.Version is not null || !version.Section.KeyPlaces.ContainsKey("version"));

    private static string Id(BuiltVersion version) => version.Section.Agreement!.Value.Value;

    private static int Number(BuiltVersion version) => version.Section.Version?.Value ?? 1;

    private static LocalDate? EffectiveFrom(BuiltVersion version) => version.Section.EffectiveFrom?.Value ?? version.Term?.From;
}
