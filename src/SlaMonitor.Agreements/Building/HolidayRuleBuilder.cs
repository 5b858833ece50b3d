using SlaMonitor.Agreements.Calendars;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Format;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Agreements.Building;

/// <summary>Builds holiday rules from the lists that are built in, and from iCalendar files beside the agreement.</summary>
internal sealed class HolidayRuleBuilder(Problems problems, string file)
{
    public IReadOnlyList<HolidayRule> Build(Items<HolidaySection>? sections) =>
        [.. (sections?.Values ?? []).Select(Build).OfType<HolidayRule>()];

    private HolidayRule? Build(HolidaySection section) => List(section) is { } list
        ? new HolidayRule(list, section.ClosedOn?.Value ?? ClosedOn.Notice, section.MakeUpDays?.Value ?? MakeUpDays.Closed)
        : null;

    private HolidayList? List(HolidaySection section)
    {
        switch (section)
        {
            case { List: { } name, Ical: null }:
                var list = HolidayLists.Find(name.Value.Value);
                if (list is null) problems.Error(name.Place, Sentences.Unknown("holiday list", name.Value.Value, HolidayLists.Names));
                return list;
            case { List: null, Ical: { } path }:
                var read = HolidaySources.ReadIcal(file, path.Value, out var trouble);
                if (read is null) problems.Error(path.Place, trouble!);
                return read;
            default:
                if (section.KeyPlaces.ContainsKey("list") == section.KeyPlaces.ContainsKey("ical"))
                    problems.Error(
                        section.Place,
                        "which holidays? write either a built-in list, as in list: china, or a file, as in ical: holidays.ics");
                return null;
        }
    }
}
