using NodaTime;
using NodaTime.TimeZones;

namespace SlaMonitor.Core.Calendars.Compilation;

/// <summary>What a zone's wall times are on the clock of the world.</summary>
internal sealed class ZoneRules(DateTimeZone zone)
{
    private const long TicksPerDay = NodaConstants.TicksPerDay;

    /// <summary>
    /// How far from a transition a wall time must be to be sure that it exists once: the longest gap on record is a whole day (Apia,
    /// Kiritimati and Kwajalein crossed the date line), offsets reach 18 hours, and windows end up to two days after their date began.
    /// </summary>
    private const long SafeDistance = 4 * TicksPerDay;

    private ZoneInterval? _interval;
    private long _safeFrom;
    private long _safeTo;

    /// <summary>The offset in ticks that is in force for days around the instant, or null when a transition is near.</summary>
    public long? SteadyOffset(long unixTicks)
    {
        var interval = _interval;
        if (interval is null || unixTicks < _safeFrom - SafeDistance || unixTicks >= _safeTo + SafeDistance)
        {
            _interval = interval = zone.GetZoneInterval(Instant.FromUnixTimeTicks(unixTicks));
            _safeFrom = interval.HasStart ? interval.Start.ToUnixTimeTicks() + SafeDistance : long.MinValue + SafeDistance;
            _safeTo = interval.HasEnd ? interval.End.ToUnixTimeTicks() - SafeDistance : long.MaxValue - SafeDistance;
        }

        return unixTicks >= _safeFrom && unixTicks < _safeTo ? interval.WallOffset.Ticks : null;
    }

    /// <summary>
    /// The instant of a wall time by NodaTime's lenient rule: a time that a transition skipped moves forward by the length of the gap, and
    /// one that happens twice is the earlier of the two.
    /// </summary>
    public long Lenient(LocalDateTime wallTime) => zone.ResolveLocal(wallTime, Resolvers.LenientResolver).ToInstant().ToUnixTimeTicks();

    /// <summary>
    /// Whether the date exists. Without this question the windows of a date that the zone skipped would be moved onto the day after,
    /// and Apia's Friday that never was, 30 December 2011, would be worked on the Saturday.
    /// </summary>
    public bool HasDate(LocalDate date) =>
        zone.MapLocal(date.AtMidnight()).Count > 0 || zone.MapLocal(date.At(new LocalTime(23, 59, 59))).Count > 0;
}
