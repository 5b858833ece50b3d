namespace SlaMonitor.Agreements.Calendars;

/// <summary>An iCalendar file cannot serve as a holiday list. It carries every problem that was found.</summary>
#pragma warning disable CA1032 // without its problems this exception would say nothing
internal sealed class HolidayFileException : FormatException
#pragma warning restore CA1032
{
    internal HolidayFileException(string name, IReadOnlyList<string> problems, Exception? cause = null)
        : base(
            $"The holiday list '{name}' cannot be used:{string.Concat(problems.Select(problem => $"{Environment.NewLine}  {problem}"))}",
            cause) =>
        Problems = problems;

    /// <summary>All that is wrong with the file.</summary>
    public IReadOnlyList<string> Problems { get; }
}
