using NodaTime;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Core.Calendars.Compilation;

/// <summary>
/// A checked definition with its timeline, which grows when it is asked about years that are not compiled yet. A grown timeline replaces
/// the old one in one write; whoever still reads the old one gets right answers from it.
/// </summary>
/// <param name="definition">The definition.</param>
/// <param name="zone">Its zone.</param>
/// <param name="members">The calendars that it is the union of; none for one with hours of its own.</param>
internal sealed class CompiledCalendar(CalendarDefinition definition, DateTimeZone zone, IReadOnlyList<CompiledCalendar> members)
{
    private const int YearsBefore = 2;
    private const int YearsAfter = 12;

    private readonly DayPlan _plan = new(definition);
    private readonly Lock _growing = new();
    private volatile Timeline? _timeline;

    public CalendarDefinition Definition { get; } = definition;

    public DateTimeZone Zone { get; } = zone;

    /// <summary>
    /// The first instant beyond the last date that one of its holiday lists has announced, in the zone of the list's calendar; the end of
    /// time where every list is complete.
    /// </summary>
    public Instant AnnouncedTo { get; } = AnnouncedToBy(definition, zone, members);

    /// <summary>Compiles a checked definition, and what it is the union of.</summary>
    public static CompiledCalendar Of(CalendarDefinition definition) =>
        new(definition, DateTimeZoneProviders.Tzdb[definition.TimeZone], [.. definition.Union.Select(Of)]);

    /// <summary>A timeline that covers both instants, which must be in <see cref="SupportedRange"/>.</summary>
    public Timeline Covering(long from, long to)
    {
        lock (_growing)
        {
            var known = _timeline;
            if (known is not null && known.Covers(from) && known.Covers(to))
                return known;
            var firstYear = Math.Max(YearOf(Math.Min(from, known?.Start ?? from)) - YearsBefore, SupportedRange.FirstYear);
            var lastYear = Math.Min(YearOf(Math.Max(to, known?.End - 1 ?? to)) + YearsAfter, SupportedRange.LastYear);
            if (known is not null && known.Start <= from)
                firstYear = YearOf(known.Start);
            if (known is not null && known.End > to)
                lastYear = YearOf(known.End - 1);
            return _timeline = Compile(firstYear, lastYear);
        }
    }

    private Timeline Compile(int firstYear, int lastYear)
    {
        var firstDay = DayPlan.NumberOf(new LocalDate(firstYear, 1, 1));
        var endDay = DayPlan.NumberOf(new LocalDate(lastYear + 1, 1, 1));
        return Lay(firstDay, endDay);
    }

    private Timeline Lay(int firstDay, int endDay) => members.Count == 0
        ? TimelineBuilder.Build(_plan, Zone, firstDay, endDay)
        : TimelineUnion.Of([.. members.Select(member => member.Lay(firstDay, endDay))], firstDay, endDay);

    private static Instant AnnouncedToBy(CalendarDefinition definition, DateTimeZone zone, IReadOnlyList<CompiledCalendar> members)
    {
        var last = definition.Holidays.Select(rule => rule.List.CoveredTo).Where(date => date is not null).Min();
        var own = last is { } date ? zone.AtStartOfDay(date.PlusDays(1)).ToInstant() : Instant.MaxValue;
        return members.Select(member => member.AnnouncedTo).Append(own).Min();
    }

    private static int YearOf(long unixTicks) => Instant.FromUnixTimeTicks(unixTicks).InUtc().Year;
}
