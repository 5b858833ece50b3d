using NodaTime;

namespace SlaMonitor.Core.Calendars.Definitions;

/// <summary>The announcement from which a year of a holiday list was taken.</summary>
/// <param name="Year">The year that it is about.</param>
/// <param name="Number">Its number or title.</param>
/// <param name="Published">When it was published.</param>
/// <param name="Address">Where it can be read.</param>
public sealed record HolidayNotice(int Year, string Number, LocalDate Published, string Address);
