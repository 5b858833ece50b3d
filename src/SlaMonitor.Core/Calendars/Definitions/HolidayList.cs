using NodaTime;

namespace SlaMonitor.Core.Calendars.Definitions;

/// <summary>Days off and make-up days of a country, a region or a company, as announced.</summary>
public sealed record HolidayList
{
    /// <summary>What agreements call the list, such as <c>china</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The days off. A date stands here once, and not among the make-up days as well.</summary>
    public IReadOnlyList<Holiday> DaysOff { get; init; } = [];

    /// <summary>The weekend days that are worked instead.</summary>
    public IReadOnlyList<MakeUpDay> MakeUpDays { get; init; } = [];

    /// <summary>Days that the list marks and that close nothing, such as Mother's Day. They are kept to be shown.</summary>
    public IReadOnlyList<Holiday> Observances { get; init; } = [];

    /// <summary>The first date that the list speaks for; null when it does not say. Before it, the week alone decides.</summary>
    public LocalDate? CoveredFrom { get; init; }

    /// <summary>The last date that is announced; null when the list does not say. Answers beyond it are provisional.</summary>
    public LocalDate? CoveredTo { get; init; }

    /// <summary>The announcements behind the list.</summary>
    public IReadOnlyList<HolidayNotice> Notices { get; init; } = [];
}
