using NodaTime;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Format;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Agreements.Building;

/// <summary>Builds the exclusions of an agreement.</summary>
internal static class ExclusionBuilder
{
    public static IReadOnlyList<Exclusion> Build(Items<ExclusionSection>? sections, DateTimeZone zone, Problems problems)
    {
        var exclusions = new List<Exclusion>();
        foreach (var section in sections?.Values ?? [])
        {
            if (section is not { From: { } from, To: { } to }) continue;
            var (start, end) = (from.Value.AsStart(zone), to.Value.AsEnd(zone));
            if (start >= end)
                problems.Error(to.Place, "this is not after 'from'");
            else
                exclusions.Add(new Exclusion(
                    new Interval(start, end),
                    section.Reason?.Value ?? string.Empty,
                    section.ApprovedBy?.Value ?? string.Empty));
        }

        return exclusions;
    }

    /// <summary>
    /// Lets the targets count without the exclusions. Targets of one calendar share the calendar that they count by,
    /// and what it has compiled.
    /// </summary>
    public static IReadOnlyList<Target> Apply(IReadOnlyList<Exclusion> exclusions, IReadOnlyList<Target> targets)
    {
        if (exclusions.Count == 0) return targets;

        var counting = targets.SelectMany(target => (target.Sites?.ByValue.Values ?? []).Append(target)).Select(target => target.Calendar)
            .Distinct()
            .ToDictionary(calendar => calendar, calendar => calendar.Without(exclusions.Select(exclusion => exclusion.Span)));
        return [.. targets.Select(target => Counting(target) with
        {
            Sites = target.Sites is not { } sites ? null : sites with
            {
                ByValue = sites.ByValue.ToDictionary(site => site.Key, site => Counting(site.Value), StringComparer.OrdinalIgnoreCase),
            },
        })];

        Target Counting(Target target) => target with { Counting = counting[target.Calendar] };
    }
}
