using NodaTime;
using SlaMonitor.Agreements.Syntax;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Agreements.Format;

[Section(
    "a calendar", "When the service is open. What is agreed for a date beats a holiday, and a holiday beats the week.", Shorthand = "24x7")]
internal sealed record CalendarSection : Section
{
    [Key("The hours of each day of the week. A day that is not named is closed.")]
    public Entries<DayRange, Items<Located<OpenHours>>>? Week { get; init; }

    [Key("The holidays on which it is closed.")]
    public Items<HolidaySection>? Holidays { get; init; }

    [Key("Dates with hours of their own: agreed service on a holiday, a worked weekend, a short or a closed day.")]
    public Items<AgreedSection>? Agreed { get; init; }

    [Key("Other calendars, instead of hours of its own: it is open whenever one of them is, each in its own zone.")]
    public Items<Located<Name>>? Union { get; init; }

    [Key("The IANA zone of its hours. The agreement's, where not given.")]
    public Located<DateTimeZone>? TimeZone { get; init; }

    [Key("How long a working day is where a duration says 2d. Needed only where the days of the week differ.")]
    public Located<DurationText>? DayLength { get; init; }

    /// <summary>Whether it is written as a union, rightly or not.</summary>
    public bool IsUnion => KeyPlaces.ContainsKey("union");
}
