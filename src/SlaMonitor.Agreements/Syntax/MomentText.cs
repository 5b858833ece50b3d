using NodaTime;
using NodaTime.Text;

namespace SlaMonitor.Agreements.Syntax;

/// <summary>
/// A moment: a date, a wall time in the agreement's zone, or one that brings its own offset. As the end of a stretch a bare date
/// includes that day, as it does in a contract.
/// </summary>
internal sealed record MomentText
{
    public const string Pattern =
        @"^[0-9]{4}-[0-9][0-9]-[0-9][0-9]([T ][0-9][0-9]:[0-9][0-9](:[0-9][0-9])?(Z|[+-][0-9][0-9]:[0-9][0-9])?)?$";

    private static readonly LocalDateTimePattern[] Local = [.. Forms().Select(LocalDateTimePattern.CreateWithInvariantCulture)];
    private static readonly OffsetDateTimePattern[] WithOffset =
        [.. Forms().Select(form => OffsetDateTimePattern.CreateWithInvariantCulture($"{form}o<Z+HH:mm>"))];

    private readonly Func<DateTimeZone, Instant> _from;
    private readonly Func<DateTimeZone, Instant> _to;

    private MomentText(Func<DateTimeZone, Instant> from, Func<DateTimeZone, Instant> to) => (_from, _to) = (from, to);

    public static MomentText? TryParse(string text)
    {
        if (LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var date))
            return new MomentText(zone => zone.AtStartOfDay(date).ToInstant(), zone => zone.AtStartOfDay(date.PlusDays(1)).ToInstant());
        foreach (var pattern in Local)
        {
            if (pattern.Parse(text).TryGetValue(default, out var wall)) return At(zone => zone.AtLeniently(wall).ToInstant());
        }

        foreach (var pattern in WithOffset)
        {
            if (pattern.Parse(text).TryGetValue(default, out var moment)) return At(_ => moment.ToInstant());
        }

        return null;
    }

    /// <summary>The instant, where the moment begins something.</summary>
    public Instant AsStart(DateTimeZone zone) => _from(zone);

    /// <summary>The instant, where the moment ends something.</summary>
    public Instant AsEnd(DateTimeZone zone) => _to(zone);

    private static MomentText At(Func<DateTimeZone, Instant> instant) => new(instant, instant);

    private static IEnumerable<string> Forms() =>
        ["uuuu-MM-dd'T'HH:mm", "uuuu-MM-dd'T'HH:mm:ss", "uuuu-MM-dd HH:mm", "uuuu-MM-dd HH:mm:ss"];
}
