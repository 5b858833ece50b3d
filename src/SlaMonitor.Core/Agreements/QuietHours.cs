using SlaMonitor.Core.Calendars;

namespace SlaMonitor.Core.Agreements;

/// <summary>Mail waits for opening hours, but for the moments that cannot wait.</summary>
/// <param name="Calendar">The hours in which people are told.</param>
/// <param name="Except">Names of the moments (<see cref="StepMoment.Name"/>) that are told at once all the same.</param>
public sealed record QuietHours(BusinessCalendar Calendar, IReadOnlyList<string> Except)
{
    /// <summary>Whether what is to be told of a moment waits for the opening.</summary>
    /// <param name="moment">A <see cref="StepMoment.Name"/>.</param>
    public bool Delay(string moment) => !Except.Contains(moment, StringComparer.Ordinal);
}
