using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace SlaMonitor.Agreements.Feeds;

/// <summary>
/// The zone that a calendar means by a TZID: an IANA id, one that a path ends with (<c>/example.org/Europe/Berlin</c>), a name that
/// Windows has for one, or what Outlook shows for it (<c>(UTC+01:00) Amsterdam, Berlin, …</c>, <c>Eastern Time (US &amp; Canada)</c>).
/// The rules that a calendar brings along (VTIMEZONE) are not read: the zone's own are the ones that its people live by.
/// </summary>
public static partial class FeedZone
{
    private static readonly HashSet<string> OfUtc = new(StringComparer.OrdinalIgnoreCase)
    {
        "UTC", "Z", "GMT", "Etc/UTC", "tzone://Microsoft/Utc", "Coordinated Universal Time",
    };

    private static readonly ILookup<string, string> ByCity = TzdbDateTimeZoneSource.Default.ZoneLocations!
        .ToLookup(
            place => place.ZoneId[(place.ZoneId.LastIndexOf('/') + 1)..].Replace('_', ' '),
            place => place.ZoneId,
            StringComparer.OrdinalIgnoreCase);

    /// <summary>The zone of a name; <c>null</c> where nobody is known to call one so.</summary>
    public static DateTimeZone? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var name = id.Trim('"', ' ');
        if (OfUtc.Contains(name)) return DateTimeZone.Utc;
        if (OfWindows(name) is { } windows) return windows;

        for (var part = name; ; part = part[(part.IndexOf('/', StringComparison.Ordinal) + 1)..])
        {
            if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(part) is { } zone) return zone;
            if (!part.Contains('/', StringComparison.Ordinal)) return OfOutlook(name);
        }
    }

    private static DateTimeZone? OfWindows(string name) =>
        TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.TryGetValue(name, out var id) ? DateTimeZoneProviders.Tzdb[id] : null;

    private static DateTimeZone? OfOutlook(string name)
    {
        if (Shown().Match(name) is not { Success: true } found) return null;

        var places = found.Groups["places"].Value;
        if (OfWindows(AmericanTime().Replace(places, " Standard Time")) is { } american) return american;
        var offset = found.Groups["offset"] is { Success: true, Value: { Length: > 0 } written }
            ? OffsetPattern.GeneralInvariant.Parse(written.Replace('.', ':')) is { Success: true } parsed ? parsed.Value : (Offset?)null
            : Offset.Zero;
        return places.Split(',', StringSplitOptions.TrimEntries)
            .SelectMany(city => ByCity[city])
            .Select(id => DateTimeZoneProviders.Tzdb[id])
            .FirstOrDefault(zone => zone.GetZoneInterval(Instant.FromUtc(2025, 1, 1, 0, 0)) is var now && now.StandardOffset == offset);
    }

    [GeneratedRegex(
        @"^(\((UTC|GMT)(?<offset>[+-][0-9]{2}[:.][0-9]{2})?\) ?)?(?<places>.+)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shown();

    [GeneratedRegex(
        @" Time \(US (&|and) Canada\)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex AmericanTime();
}
