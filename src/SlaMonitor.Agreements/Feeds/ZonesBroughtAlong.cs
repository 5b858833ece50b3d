using System.Text.RegularExpressions;
using NodaTime.Text;

namespace SlaMonitor.Agreements.Feeds;

/// <summary>
/// What the zones are that a calendar brings along (VTIMEZONE) under names of its own: the IANA id that stands beside
/// (X-LIC-LOCATION), or a fixed distance from UTC where the clocks are never changed. Rules for changing them are not read.
/// </summary>
internal static partial class ZonesBroughtAlong
{
    /// <param name="zones">The components, each as its lines.</param>
    /// <returns>Ids that <see cref="FeedZone"/> finds, by the calendar's names; one that cannot be told is missing.</returns>
    public static IReadOnlyDictionary<string, string> Of(IEnumerable<IReadOnlyList<string>> zones)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var zone in zones)
        {
            var lines = zone.Select(line => ContentLine.Of(line.Trim())).OfType<ContentLine>().ToList();
            if (ValueOf(lines, "TZID") is not { } name) continue;
            if (Meant(lines) is { } id) known.TryAdd(name, id);
        }

        return known;
    }

    private static string? Meant(List<ContentLine> lines)
    {
        if (ValueOf(lines, "X-LIC-LOCATION") is { } place && FeedZone.Find(place) is { } zone) return zone.Id;

        var distances = lines.Where(line => line.Name == "TZOFFSETTO").Select(line => line.Value.Trim()).Distinct(StringComparer.Ordinal);
        return distances.ToArray() is [var one] && Distance().Match(one) is { Success: true } found
            && $"{found.Groups["hours"].Value}:{found.Groups["minutes"].Value}" is var written
            && OffsetPattern.GeneralInvariant.Parse(written) is { Success: true } offset
                ? NodaTime.DateTimeZone.ForOffset(offset.Value).Id
                : null;
    }

    private static string? ValueOf(IEnumerable<ContentLine> lines, string name) =>
        lines.FirstOrDefault(line => line.Name == name)?.Value.Trim().Trim('"');

    [GeneratedRegex(
        @"^(?<hours>[+-][0-9]{2})(?<minutes>[0-9]{2})(00)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Distance();
}
