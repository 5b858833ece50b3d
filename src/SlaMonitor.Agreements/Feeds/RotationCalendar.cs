using System.Globalization;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Agreements.Feeds;

/// <summary>Writes the shifts of a rotation as an iCalendar text (RFC 5545), to be subscribed to.</summary>
public static class RotationCalendar
{
    private const string Product = "-//SlaMonitor//On call//EN";

    /// <summary>The calendar.</summary>
    /// <param name="agreement">The agreement.</param>
    /// <param name="contact">Its contact with the rotation.</param>
    /// <param name="shifts">The shifts. Those of nobody are left out.</param>
    /// <param name="now">The present: when the text is written.</param>
    /// <param name="inPlaceOf">What is said of who stands in for whom, in the reader's language.</param>
    public static string Write(
        Agreement agreement, Contact contact, IReadOnlyList<RotationShift> shifts, Instant now, Func<RotationShift, string?> inPlaceOf)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(contact);
        ArgumentNullException.ThrowIfNull(shifts);
        ArgumentNullException.ThrowIfNull(inPlaceOf);

        var calendar = new Ical.Net.Calendar { ProductId = Product, Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", $"{contact.Id} ({agreement.Id})");
        calendar.AddProperty("X-PUBLISHED-TTL", "PT1H");
        foreach (var shift in shifts.Where(shift => shift.Member is not null))
        {
            calendar.Events.Add(new CalendarEvent
            {
                Uid = UidOf(agreement, contact, shift),
                DtStamp = Utc(now),
                DtStart = Utc(shift.Span.Start),
                DtEnd = Utc(shift.Span.End),
                Summary = $"{contact.Id}: {shift.Member}",
                Description = inPlaceOf(shift),
                Transparency = "TRANSPARENT",
            });
        }

        return new CalendarSerializer().SerializeToString(calendar) ?? string.Empty;
    }

    /// <summary>The same for the same beginning, whoever's the shift is: so a calendar program sees that it was swapped.</summary>
    private static string UidOf(Agreement agreement, Contact contact, RotationShift shift) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Uri.EscapeDataString(agreement.Id)}/{Uri.EscapeDataString(contact.Id)}/{shift.Span.Start.ToUnixTimeSeconds()}@slamonitor");

    private static CalDateTime Utc(Instant at) => new(at.ToDateTimeUtc(), "UTC");
}
