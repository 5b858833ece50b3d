namespace SlaMonitor.Core.Agreements;

/// <summary>Who is told of an agreement's own dates, and how many days before.</summary>
/// <param name="Tell">The ids of contacts; at least one.</param>
public sealed record DateTerms(IReadOnlyList<string> Tell)
{
    /// <summary>How many days before the term ends.</summary>
    public int TermEnds { get; init; } = 60;

    /// <summary>How many days before the last day on which notice can be given.</summary>
    public int NoticeEnds { get; init; } = 30;

    /// <summary>How many days before a list of holidays ends.</summary>
    public int HolidaysEnd { get; init; } = 60;

    /// <summary>How many days before nobody is on call.</summary>
    public int OnCallEnds { get; init; } = 7;
}
