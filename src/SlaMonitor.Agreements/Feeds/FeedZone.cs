using NodaTime;
using NodaTime.TimeZones;

namespace SlaMonitor.Agreements.Feeds;

/// <summary>
/// The zone that a calendar means by a TZID: an IANA id, one that a path ends with (<c>/example.org/Europe/Berlin</c>), or a
/// name that Windows has for one. The rules that a calendar brings along (VTIMEZONE) are not read: the zone's own are the ones
/// that its people live by.
/// </summary>
internal static class FeedZone
{
    public static DateTimeZone? Find(string id)
    {
        var name = id.Trim('"', ' ');
        if (string.Equals(name, "UTC", StringComparison.OrdinalIgnoreCase) || string.Equals(name, "Z", StringComparison.OrdinalIgnoreCase))
            return DateTimeZone.Utc;
        if (TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.TryGetValue(name, out var windows))
            return DateTimeZoneProviders.Tzdb[windows];

        for (var part = name; ; part = part[(part.IndexOf('/', StringComparison.Ordinal) + 1)..])
        {
            if (DateTimeZoneProviders.Tzdb.Ids.Contains(part)) return DateTimeZoneProviders.Tzdb[part];
            if (!part.Contains('/', StringComparison.Ordinal)) return null;
        }
    }
}
