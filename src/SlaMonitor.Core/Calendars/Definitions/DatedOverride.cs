using NodaTime;

namespace SlaMonitor.Core.Calendars.Definitions;

/// <summary>
/// The hours of one date, whatever the week or the holidays say: a worked weekend, a short day, agreed service on a holiday, or (with no
/// hours) a closed day.
/// </summary>
/// <param name="Date">The date in the calendar's zone. The hours replace the windows that <em>start</em> on it.</param>
/// <param name="Hours">The windows of that date, earliest first; empty closes it.</param>
/// <param name="Reason">Why, for whoever asks later.</param>
/// <param name="ApprovedBy">Who agreed to it.</param>
public sealed record DatedOverride(LocalDate Date, IReadOnlyList<OpenHours> Hours, string? Reason = null, string? ApprovedBy = null);
