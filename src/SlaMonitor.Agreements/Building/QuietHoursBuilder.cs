using NodaTime;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Format;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Agreements.Building;

/// <summary>Builds the quiet hours of policies and contacts.</summary>
internal sealed class QuietHoursBuilder(Problems problems, References<BuiltCalendar> calendars, StepMomentBuilder moments)
{
    /// <summary>What the calendar is called that is made of the hours of a day: as none of the file can be, because of the space.</summary>
    private const string Between = "quiet hours";

    /// <param name="section">What is written; <c>null</c> for nothing.</param>
    /// <param name="zone">The zone of hours without a calendar.</param>
    /// <returns>The quiet hours; <c>null</c> where there are none, or they have a mistake.</returns>
    public QuietHours? Build(QuietHoursSection? section, DateTimeZone zone)
    {
        if (section is null) return null;

        List<string> except = [.. (section.Except?.Values ?? []).Select(moments.Build).OfType<StepMoment>().Select(moment => moment.Name)];
        return CalendarOf(section, zone) is { } calendar ? new QuietHours(calendar, except) : null;
    }

    /// <summary>Reports exceptions at which no step stands.</summary>
    /// <param name="section">What is written.</param>
    /// <param name="where">Whose steps they are, as in <c>of this policy</c>.</param>
    /// <param name="known">The moments at which steps stand.</param>
    public void CheckExceptions(QuietHoursSection? section, string where, IReadOnlyCollection<string> known)
    {
        foreach (var written in section?.Except?.Values ?? [])
        {
            if (moments.Build(written) is { } moment && !known.Contains(moment.Name, StringComparer.Ordinal))
                problems.Error(
                    written.Place,
                    $"no step {where} stands at {moment.Name}; {Sentences.ThereAre(known)}");
        }
    }

    private BusinessCalendar? CalendarOf(QuietHoursSection section, DateTimeZone zone)
    {
        // Asks for what was written and not for what could be read: mistakes in that are reported already.
        var hasHours = section.KeyPlaces.ContainsKey("between");
        if (hasHours == section.KeyPlaces.ContainsKey("calendar"))
        {
            problems.Error(
                section.Place,
                hasHours
                    ? "'calendar' says when people are told, and 'between' when they are not; write one of them"
                    : "which hours are quiet? write between: \"22:00-07:00\", or calendar: with one in whose hours people are told");
            return null;
        }

        if (!hasHours) return calendars.Find(section.Calendar)?.Calendar;
        if (section.Between is not { } between) return null;
        if (between.Value != OpenHours.AllDay) return BusinessCalendar.Compile(Outside(between.Value, zone));

        problems.Error(
            between.Place, "these hours are the whole day, so nothing would ever be told; write when it is quiet, as in 22:00-07:00");
        return null;
    }

    /// <summary>A calendar that is open but for some hours of every day.</summary>
    private static CalendarDefinition Outside(OpenHours hours, DateTimeZone zone) =>
        CalendarDefinition.EveryDay(Between, zone.Id, OpenHours.Between(hours.End, hours.Start));
}
