using NodaTime;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Agreements.Feeds;

/// <summary>An on-call calendar: an iCalendar text (RFC 5545) that says who is on call when.</summary>
public sealed class OnCallCalendar
{
    /// <summary>
    /// The most bytes that a calendar may have: a year of shifts has some ten thousand, so what is larger by far is something else.
    /// </summary>
    public const int LargestText = 1024 * 1024;

    private readonly FeedCalendar _calendar;

    private OnCallCalendar(FeedCalendar calendar, IReadOnlyList<AgreementProblem> skipped) =>
        (_calendar, Skipped) = (calendar, skipped);

    /// <summary>What is said of a calendar with more than <see cref="LargestText"/> bytes.</summary>
    public static string TooLarge => $"it is larger than {LargestText} bytes, which is the most that a calendar may have";

    /// <summary>How many events it has.</summary>
    public int EventCount => _calendar.Entries.Count;

    /// <summary>The events that cannot be understood and are left out, each with its line and the reason.</summary>
    public IReadOnlyList<AgreementProblem> Skipped { get; }

    /// <summary>
    /// Reads a calendar. An event that cannot be understood is left out, because a gap is better than the shifts of
    /// last week; a calendar of which nothing is left is refused.
    /// </summary>
    /// <param name="name">What problems call it: a file or a server.</param>
    /// <param name="text">The iCalendar text.</param>
    /// <param name="until">Until when its series are going to be followed; one that would take too long until then is refused.</param>
    /// <param name="problems">What is wrong with it, by line; none where it can be read; <see cref="Skipped"/> has what is left out
    /// then.</param>
    /// <returns>The calendar, or <c>null</c> where it cannot be read.</returns>
    public static OnCallCalendar? Read(string name, string text, Instant until, out IReadOnlyList<AgreementProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(text);

        var found = new Problems();
        var calendar = FeedReader.Read(name, text, until, found);
        var isOfUse = calendar is { Entries.Count: > 0 };
        var skipped = new Problems();
        foreach (var (block, trouble) in calendar?.Oddities ?? [])
        {
            var title = Sentences.Shown(block.Title);
            if (isOfUse) skipped.Warn(block.Place, $"'{title}' {trouble}; it is skipped, and the other events count");
            else found.Error(block.Place, $"'{title}' {trouble}");
        }

        problems = found.InOrder([name]);
        return isOfUse || (calendar is not null && problems.Count == 0) ? new OnCallCalendar(calendar!, skipped.InOrder([name])) : null;
    }

    /// <summary>Who is on call when, for a stretch of time and in the eyes of one agreement.</summary>
    /// <param name="agreement">Whose contacts are known by name, and in whose zone whole days are.</param>
    /// <param name="window">The stretch.</param>
    /// <param name="warnings">The events that name nobody: they do not count.</param>
    public DatedTurns TurnsFor(Agreement agreement, Interval window, out IReadOnlyList<AgreementProblem> warnings)
    {
        ArgumentNullException.ThrowIfNull(agreement);

        var found = new Problems();
        var turns = FeedShifts.Turns(_calendar, agreement, window, found);
        warnings = found.InOrder([]);
        return turns;
    }
}
