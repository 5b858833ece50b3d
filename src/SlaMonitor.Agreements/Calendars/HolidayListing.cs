using NodaTime;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Agreements.Calendars;

/// <summary>Says what holiday lists close, so that a person sees it before a due time does.</summary>
public static class HolidayListing
{
    /// <summary>What the lists of a book close in the year that begins on a day: a sentence for each list of each calendar, once.</summary>
    public static IReadOnlyList<string> Of(AgreementBook book, LocalDate from)
    {
        ArgumentNullException.ThrowIfNull(book);
        return
        [
            .. book.Agreements.SelectMany(history => history.Versions)
                .SelectMany(version => version.Calendars.Values.Select(calendar => (version, calendar.Definition)))
                .SelectMany(one => one.Definition.Holidays.Select(
                    rule => $"{one.version.Id}, calendar {one.Definition.Id}: {Of(rule, from)}"))
                .Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>What one list closes in the year that begins on a day, what it opens, and which of its days change nothing.</summary>
    public static string Of(HolidayRule rule, LocalDate from)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var list = rule.List;
        var closed = list.DaysOff.Where(day => day.Statutory || rule.ClosedOn == ClosedOn.Notice);
        var opened = rule.MakeUpDays == MakeUpDays.Open ? list.MakeUpDays : [];
        return $"{list.Name} closes {Days(closed.Select(day => (day.Date, day.Name)))}"
            + $"; opens {Days(opened.Select(day => (day.Date, day.Name)))}"
            + $"; observances that change nothing: {Days(list.Observances.Select(day => (day.Date, day.Name)))}";

        string Days(IEnumerable<(LocalDate Date, string Name)> days)
        {
            var shown = days.Where(day => day.Date >= from && day.Date < from.PlusYears(1))
                .Select(day => $"{day.Date:uuuu-MM-dd} {day.Name}")
                .ToList();
            return shown.Count == 0 ? "none" : string.Join(", ", shown);
        }
    }
}
