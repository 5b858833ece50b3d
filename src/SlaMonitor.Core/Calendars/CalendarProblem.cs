namespace SlaMonitor.Core.Calendars;

/// <summary>A mistake in a calendar.</summary>
/// <param name="Path">
/// Where it is: <c>timeZone</c>, <c>week.mon[1]</c>, <c>overrides[2].hours[0]</c>, <c>holidays[0].daysOff[7]</c>.
/// </param>
/// <param name="Message">What is wrong, and what would be right.</param>
public sealed record CalendarProblem(string Path, string Message)
{
    /// <summary>Place and message in one line.</summary>
    public override string ToString() => $"{Path}: {Message}";
}
