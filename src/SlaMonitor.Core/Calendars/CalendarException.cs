namespace SlaMonitor.Core.Calendars;

/// <summary>A calendar was refused. It carries every problem that was found, not only the first.</summary>
#pragma warning disable CA1032 // without its problems this exception would say nothing
public sealed class CalendarException : Exception
#pragma warning restore CA1032
{
    internal CalendarException(string calendarId, IReadOnlyList<CalendarProblem> problems)
        : base($"Calendar '{calendarId}' cannot be used:{string.Concat(problems.Select(problem => $"{Environment.NewLine}  {problem}"))}")
    {
        CalendarId = calendarId;
        Problems = problems;
    }

    /// <summary>The calendar's id, as far as it had one.</summary>
    public string CalendarId { get; }

    /// <summary>All that is wrong with it.</summary>
    public IReadOnlyList<CalendarProblem> Problems { get; }
}
