using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Feeds;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.OnCall;

/// <summary>What is known of a calendar.</summary>
/// <param name="Copy">The last good copy, or <c>null</c> where there never was one.</param>
/// <param name="Calendar">The same, read.</param>
/// <param name="Problems">Why the calendar as it is now is not in force; nothing where it is.</param>
internal sealed record FeedState(FeedCopy? Copy, OnCallCalendar? Calendar, IReadOnlyList<AgreementProblem> Problems)
{
    private const int Listed = 3;

    /// <summary>How many events of the calendar in force are left out, and the first of them; <c>null</c> where none is.</summary>
    public string? LeftOut => Calendar is not { Skipped: [var first, ..] skipped }
        ? null
        : skipped.Count == 1 ? $"1 event is skipped: {first}" : $"{skipped.Count} events are skipped, first: {first}";

    /// <summary>What is wrong, in a sentence, or <c>null</c>.</summary>
    public string? Trouble => Problems.Count == 0
        ? null
        : string.Join("; ", Problems.Take(Listed))
            + (Problems.Count > Listed ? $"; and {Problems.Count - Listed} more" : string.Empty)
            + "; "
            + (Copy is null
                ? "there is no earlier copy, so the fallback contact is told instead of who is on call"
                : $"the copy of {Copy.ReadAt:uuuu-MM-dd HH:mm} UTC stays in force");
}
