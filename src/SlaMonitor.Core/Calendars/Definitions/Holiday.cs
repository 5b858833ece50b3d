using NodaTime;

namespace SlaMonitor.Core.Calendars.Definitions;

/// <summary>A day off on a holiday list.</summary>
/// <param name="Date">The date.</param>
/// <param name="Name">What the day is called, in the list's own language.</param>
/// <param name="Statutory">
/// True for a day that the law names itself; false for one that a yearly notice moved or added around it. <see cref="ClosedOn"/> chooses
/// which of the two a contract means.
/// </param>
public sealed record Holiday(LocalDate Date, string Name, bool Statutory = true);
