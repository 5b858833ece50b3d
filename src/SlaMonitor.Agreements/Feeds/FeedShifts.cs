using NodaTime;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Agreements.Feeds;

/// <summary>Makes the turns of a rotation from a calendar, for a stretch of time and in the eyes of one agreement.</summary>
internal static class FeedShifts
{
    /// <param name="calendar">The calendar.</param>
    /// <param name="agreement">Whose contacts are known by name, and in whose zone whole days are.</param>
    /// <param name="window">The stretch.</param>
    /// <param name="problems">Where events that name nobody are mentioned: they do not count.</param>
    public static DatedTurns Turns(FeedCalendar calendar, Agreement agreement, Interval window, Problems problems)
    {
        var names = new OnCallNames(agreement.Contacts.Values);
        var shifts = new List<Shift>();
        foreach (var entry in calendar.Entries.Where(entry => !entry.IsCancelled))
        {
            if (names.In(entry.Event) is not { } member)
            {
                problems.Warn(
                    entry.Place,
                    $"'{Sentences.Shown(entry.Event.Summary ?? string.Empty)}' names nobody and does not count; "
                    + "invite a person, or write an address or a contact's name as its title");
                continue;
            }

            var isSeries = entry.Replaces is null;
            var missing = isSeries ? calendar.Replaced[entry.Event.Uid] : [];
            shifts.AddRange(new FeedTimes(entry, agreement.TimeZone).In(window, missing, isSeries).Select(span => new Shift(span, member)));
        }

        return DatedTurns.Of(shifts);
    }
}
