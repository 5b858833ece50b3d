namespace SlaMonitor.Core.Calendars.Definitions;

/// <summary>
/// The hours of a date that comes back every year, whatever the week or the holidays say. A <see cref="DatedOverride"/> beats it.
/// </summary>
/// <param name="Each">The date in the calendar's zone. The hours replace the windows that <em>start</em> on it.</param>
/// <param name="Hours">The windows of that date, earliest first; empty closes it.</param>
/// <param name="Reason">Why, for whoever asks later.</param>
/// <param name="ApprovedBy">Who agreed to it.</param>
public sealed record YearlyOverride(YearlyDate Each, IReadOnlyList<OpenHours> Hours, string? Reason = null, string? ApprovedBy = null);
