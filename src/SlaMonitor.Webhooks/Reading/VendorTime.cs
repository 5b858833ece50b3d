using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.TimeZones;

namespace SlaMonitor.Webhooks.Reading;

/// <summary>
/// Reads the times of every vendor: ISO 8601 with or without colon in the offset, with up to nine fraction digits, with a space for the T;
/// without any offset (then it is a time of the connection's zone); seconds, with or without a fraction, or milliseconds since 1970.
/// </summary>
public static class VendorTime
{
    // Later than this, a count since 1970 is of milliseconds: as seconds it would be the year 5138.
    private const long FirstOfMilliseconds = 100_000_000_000;

    /// <summary>The time that an element holds; <c>null</c> where it holds none.</summary>
    /// <param name="element">A text or a number.</param>
    /// <param name="zone">The zone of a time without any.</param>
    public static Instant? Read(JsonElement element, DateTimeZone zone) => element.ValueKind switch
    {
        JsonValueKind.Number when element.TryGetInt64(out var count) => SinceEpoch(count),
        JsonValueKind.Number when element.TryGetDecimal(out var exact) && exact is >= 0 and < FirstOfMilliseconds =>
            Instant.FromUnixTimeTicks((long)(exact * NodaConstants.TicksPerSecond)),
        JsonValueKind.String => Read(element.Text(), zone),
        _ => null,
    };

    /// <summary>The time that a text says; <c>null</c> where it says none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="zone">The zone of a time without any.</param>
    public static Instant? Read(string? text, DateTimeZone zone)
    {
        if (text is null) return null;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && text.Length >= 9)
            return SinceEpoch(count);

        // The framework's parser knows GMT, and not UTC.
        if (text.EndsWith(" UTC", StringComparison.OrdinalIgnoreCase)) text = text[..^4] + "Z";

        // It is lenient beyond use: to it, "12:00" is today. A date comes first here, and its year first.
        if (text.Length is < 16 or > 40 || text[4] != '-' || text[7] != '-' || !text.AsSpan(0, 4).ContainsOnlyDigits()) return null;
        if (!DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time))
        {
            return null;
        }

        var instant = Instant.FromDateTimeOffset(time);
        return HasOffset(text) || zone == DateTimeZone.Utc
            ? instant
            : instant.InUtc().LocalDateTime.InZone(zone, Resolvers.LenientResolver).ToInstant();
    }

    private static bool HasOffset(string text)
    {
        var time = text.AsSpan(11);
        return time.ContainsAny("Z+-") || time.Contains("GMT", StringComparison.OrdinalIgnoreCase);
    }

    private static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static Instant? SinceEpoch(long count) => count switch
    {
        < 0 or > 253402300799999 => null,
        >= FirstOfMilliseconds => Instant.FromUnixTimeMilliseconds(count),
        _ => Instant.FromUnixTimeSeconds(count),
    };
}
