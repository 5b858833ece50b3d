using SlaMonitor.Core.Calendars;
using SlaMonitor.Monitoring.Agreements.Format;

namespace SlaMonitor.Monitoring.Agreements.Building;

/// <summary>Builds holiday rules from the lists that are built in, and from iCalendar files beside the agreement.</summary>
internal sealed class HolidayRuleBuilder(Problems problems, HolidaySources sources, string file)
{
    public IReadOnlyList<HolidayRule> Build(Items<HolidaySection>? sections) => [.. (sections?.Values ?? []).Select(Build).OfType<HolidayRule>()];

    private HolidayRule? Build(HolidaySection section) => List(section) is { } list
        ? new HolidayRule(list, section.ClosedOn?.Value ?? ClosedOn.Notice, section.MakeUpDays?.Value ?? MakeUpDays.Closed)
        : null;

    private HolidayList? List(HolidaySection section)
    {
        switch (section)
        {
            case { List: { } name, Ical: null }:
                var list = sources.Lists.GetValueOrDefault(name.Value.Value);
                if (list is null) problems.Error(name.Place, new References<HolidayList>("holiday list", problems).Unknown(name.Value.Value, [.. sources.Lists.Keys]));
                return list;
            case { List: null, Ical: { } path }:
                var (read, trouble) = sources.Ical(file, path.Value);
                if (read is null) problems.Error(path.Place, trouble!);
                return read;
            default:
                if (section.KeyPlaces.ContainsKey("list") == section.KeyPlaces.ContainsKey("ical"))
                    problems.Error(section.Place, $"which holidays? write either list, as in list: {sources.Lists.Keys.First()}, or ical, as in ical: holidays.ics");
                return null;
        }
    }
}
