using NodaTime;
using NodaTime.TimeZones;
using SlaMonitor.Agreements.Diagnostics;

namespace SlaMonitor.Agreements.Syntax;

/// <summary>The IANA id of a zone, and what people write instead of one.</summary>
internal static class ZoneText
{
    public static DateTimeZone? TryParse(string text) =>
        DateTimeZoneProviders.Tzdb.Ids.Contains(text) ? DateTimeZoneProviders.Tzdb[text] : null;

    public static string Complain(string text)
    {
        const string Example = "write an IANA id, as in Europe/Berlin or Asia/Shanghai";
        if (LooksLikeOffset(text)) return $"'{text}' is an offset and knows no daylight saving time; {Example}";
        return Meant(text) is { } zone ? $"'{text}' is no time zone; did you mean {zone}?" : $"'{text}' is no time zone; {Example}";
    }

    // Windows has names of its own, and many people write only the city.
    private static string? Meant(string text)
    {
        var ids = DateTimeZoneProviders.Tzdb.Ids;
        return TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.TryGetValue(text, out var id)
            ? id
            : ids.FirstOrDefault(candidate => candidate.EndsWith($"/{text.Replace(' ', '_')}", StringComparison.OrdinalIgnoreCase))
            ?? Nearest.To(text, ids);
    }

    private static bool LooksLikeOffset(string text)
    {
        var offset = text.StartsWith("UTC", StringComparison.Ordinal) || text.StartsWith("GMT", StringComparison.Ordinal)
            ? text[3..]
            : text;
        return offset.Length > 1 && offset[0] is ('+' or '-') && offset.Skip(1).All(c => char.IsAsciiDigit(c) || c == ':');
    }
}
