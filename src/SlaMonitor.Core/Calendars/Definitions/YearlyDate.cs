using NodaTime;

namespace SlaMonitor.Core.Calendars.Definitions;

/// <summary>A date that comes back every year: <c>12-24</c>, or <c>last fri of november</c>.</summary>
public abstract record YearlyDate
{
    private YearlyDate()
    {
    }

    /// <summary>The date as an agreement writes it. The same date is written in one way.</summary>
    public abstract string Name { get; }

    /// <summary>The date of a year, or <c>null</c> where that year has none: 29 February.</summary>
    /// <param name="year">A year of the ISO calendar.</param>
    public abstract LocalDate? In(int year);

    /// <summary>The same day of the same month.</summary>
    /// <param name="Date">Month and day.</param>
    public sealed record OnDay(AnnualDate Date) : YearlyDate
    {
        /// <inheritdoc />
        public override string Name => $"{Date.Month:D2}-{Date.Day:D2}";

        /// <inheritdoc />
        public override LocalDate? In(int year) => Date.IsValidYear(year) ? Date.InYear(year) : null;
    }

    /// <summary>A weekday of a month, counted from its beginning.</summary>
    /// <param name="Which">Which of them: 1 to 4, or <see cref="Last"/>.</param>
    /// <param name="Weekday">The weekday.</param>
    /// <param name="Month">The month, 1 to 12.</param>
    public sealed record OnWeekday(int Which, IsoDayOfWeek Weekday, int Month) : YearlyDate
    {
        /// <summary>The last one of the month, whether that is the fourth or the fifth.</summary>
        public const int Last = 5;

        /// <summary>How the weekdays of a month are counted, from 1 to <see cref="Last"/>.</summary>
        public static IReadOnlyList<string> Ordinals { get; } = ["first", "second", "third", "fourth", "last"];

        /// <summary>The names of the months in English, from January on.</summary>
        public static IReadOnlyList<string> Months { get; } =
        [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        ];

        /// <inheritdoc />
        public override string Name => $"{Ordinals[Which - 1]} {WeekdayNames.Of(Weekday)} of {Months[Month - 1]}";

        /// <inheritdoc />
        public override LocalDate? In(int year) => LocalDate.FromYearMonthWeekAndDay(year, Month, Which, Weekday);
    }
}
