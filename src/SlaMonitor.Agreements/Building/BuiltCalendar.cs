using SlaMonitor.Core.Calendars;

namespace SlaMonitor.Agreements.Building;

/// <summary>A calendar, and how long its working day is where that has one answer.</summary>
internal sealed record BuiltCalendar(BusinessCalendar Calendar, BusinessDuration? DayLength);
