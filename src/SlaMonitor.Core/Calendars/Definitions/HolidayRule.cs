namespace SlaMonitor.Core.Calendars.Definitions;

/// <summary>A holiday list and how a calendar reads it.</summary>
/// <param name="List">The list.</param>
/// <param name="ClosedOn">Which of its days off close the calendar.</param>
/// <param name="MakeUpDays">Whether its make-up days open it.</param>
public sealed record HolidayRule(HolidayList List, ClosedOn ClosedOn = ClosedOn.Notice, MakeUpDays MakeUpDays = MakeUpDays.Closed);
