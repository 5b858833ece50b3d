using NodaTime;
using SlaMonitor.Agreements.Calendars;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Format;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Agreements.Building;

/// <summary>Builds holiday rules from the lists that are built in, and from iCalendar files beside the agreement.</summary>
internal sealed class HolidayRuleBuilder(Problems problems)
{
    public IReadOnlyList<HolidayRule> Build(Items<HolidaySection>? sections, DateTimeZone zone) =>
        [.. (sections?.Values ?? []).Select(section => Build(section, zone)).OfType<HolidayRule>()];

    private HolidayRule? Build(HolidaySection section, DateTimeZone zone) => List(section, zone) is { } list
        ? new HolidayRule(list, section.ClosedOn?.Value ?? ClosedOn.Notice, section.MakeUpDays?.Value ?? MakeUpDays.Closed)
        : null;

    private HolidayList? List(HolidaySection section, DateTimeZone zone)
    {
        switch (section)
        {
            case { List: { } name, Ical: null }:
                var list = HolidayLists.Find(name.Value.Value);
                if (list is null) problems.Error(name.Place, Sentences.Unknown("holiday list", name.Value.Value, HolidayLists.Names));
                if ((section.Observances?.Place ?? section.Except?.Place) is { } place)
                    problems.Error(place, "observances and except are for a file, as in ical: holidays.ics; leave them out beside list");
                return list;
            case { List: null, Ical: { } path }:
                var filter = new HolidayFilter(
                    section.Observances?.Value ?? Observances.Open,
                    section.MakeUpDays?.Value ?? MakeUpDays.Closed,
                    [.. (section.Except?.Values ?? []).Select(name => name.Value)]);
                return HolidaySources.ReadIcal(path, zone, filter, problems);
            default:
                if (section.KeyPlaces.ContainsKey("list") == section.KeyPlaces.ContainsKey("ical"))
                    problems.Error(
                        section.Place,
                        "which holidays? write either a built-in list, as in list: china, or a file, as in ical: holidays.ics");
                return null;
        }
    }
}
