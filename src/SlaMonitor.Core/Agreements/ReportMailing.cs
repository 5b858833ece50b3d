using NodaTime;
using SlaMonitor.Core.Calendars;

namespace SlaMonitor.Core.Agreements;

/// <summary>Who gets the report on a month, on the first day of the next one on which a calendar opens.</summary>
/// <param name="Calendar">The calendar.</param>
/// <param name="Provider">The contacts on the provider's side who get it.</param>
/// <param name="Customer">The contacts on the customer's side who get it.</param>
/// <param name="ApprovedBy">
/// The contact who has to approve it before it goes to the customer's side; <c>null</c> where it goes there at once.
/// </param>
public sealed record ReportMailing(
    BusinessCalendar Calendar, IReadOnlyList<string> Provider, IReadOnlyList<string> Customer, string? ApprovedBy)
{
    /// <summary>When the reports on the month before a day's month are due: when the calendar opens for the first time in it.</summary>
    /// <param name="day">Any day of the month.</param>
    /// <param name="zone">The agreement's zone.</param>
    public Instant DueIn(LocalDate day, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return Calendar.Add(zone.AtStartOfDay(new LocalDate(day.Year, day.Month, 1)).ToInstant(), BusinessDuration.Zero);
    }
}
