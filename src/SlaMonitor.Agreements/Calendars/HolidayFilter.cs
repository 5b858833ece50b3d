using NodaTime;
using NodaTime.Text;
using SlaMonitor.Agreements.Feeds;
using SlaMonitor.Core.Calendars.Definitions;

namespace SlaMonitor.Agreements.Calendars;

/// <summary>Which entries of a holiday file count for a calendar.</summary>
/// <param name="Observances">Whether observances close it.</param>
/// <param name="MakeUpDays">Whether make-up days open it. Where not, a mistake in one of them does not matter.</param>
/// <param name="Except">Entries to leave out, each by its title, its UID or the date that it starts on.</param>
internal sealed record HolidayFilter(Observances Observances, MakeUpDays MakeUpDays, IReadOnlyList<string> Except)
{
    public static readonly HolidayFilter Default = new(Observances.Open, MakeUpDays.Closed, []);

    public bool LeavesOut(EventBlock block) => Except.Any(name => IsNamed(block, name));

    /// <summary>Whether a name in <c>except</c> means this entry.</summary>
    public static bool IsNamed(EventBlock block, string name) =>
        new[] { block.Title, block.Uid, DateOf(block) }
            .Any(given => given.Length > 0 && string.Equals(given, name.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>What to write in <c>except</c> for an entry.</summary>
    public static string NameOf(EventBlock block) => new[] { block.Title, block.Uid, DateOf(block) }.FirstOrDefault(
        given => given.Length is > 0 and <= 60 && !given.AsSpan().ContainsAny('"', '\\', '\n'), DateOf(block));

    private static string DateOf(EventBlock block) =>
        block.TextOf("DTSTART") is { Length: >= 8 } start
        && LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd").Parse(start[..8]) is { Success: true, Value: LocalDate date }
            ? $"{date:uuuu-MM-dd}"
            : string.Empty;
}
