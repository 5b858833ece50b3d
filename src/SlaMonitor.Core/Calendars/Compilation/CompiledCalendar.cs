using NodaTime;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Core.Calendars.Compilation;

/// <summary>
/// A checked definition with its timeline, which grows when it is asked about years that are not compiled yet. A grown timeline replaces
/// the old one in one write; whoever still reads the old one gets right answers from it.
/// </summary>
internal sealed class CompiledCalendar(CalendarDefinition definition, DateTimeZone zone)
{
    private const int YearsBefore = 2;
    private const int YearsAfter = 12;

    private readonly Lock _growing = new();
    private volatile Timeline? _timeline;

    public CalendarDefinition Definition { get; } = definition;

    public DateTimeZone Zone { get; } = zone;

    public DayPlan Plan { get; } = new(definition);

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
        return TimelineBuilder.Build(Plan, Zone, firstDay, endDay);
    }

    private static int YearOf(long unixTicks) => Instant.FromUnixTimeTicks(unixTicks).InUtc().Year;
}
