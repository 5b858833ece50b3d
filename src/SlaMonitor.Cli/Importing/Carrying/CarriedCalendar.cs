using System.Globalization;
using NodaTime;

namespace SlaMonitor.Cli.Importing.Carrying;

/// <summary>When a desk is open, as an export has it.</summary>
/// <param name="Name">Its name in the agreement.</param>
/// <param name="Zone">The IANA id of its zone; <c>null</c> for that of the agreement.</param>
internal sealed record CarriedCalendar(string Name, string? Zone)
{
    private const int Day = 24 * 60;

    /// <summary>The calendar that never closes.</summary>
    public const string AlwaysOpen = "always";

    private static readonly string[] Words = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>The hours of a weekday, in minutes of the day.</summary>
    public List<(IsoDayOfWeek Day, int From, int To)> Week { get; } = [];

    /// <summary>Closed dates: <c>date: 2026-12-25</c> or <c>each: 12-25</c>, and why.</summary>
    public List<(string Date, string? Reason)> Closed { get; } = [];

    public List<string> Notes { get; } = [];

    /// <summary>Closes a stretch of days, both of which belong to it.</summary>
    public void Close(LocalDate from, LocalDate to, string? reason)
    {
        for (var day = from; day <= to; day = day.PlusDays(1)) Closed.Add(($"date: {day:uuuu-MM-dd}", reason));
    }

    /// <summary>Its lines in the section of calendars.</summary>
    public IEnumerable<string> Lines(string zoneOfTheAgreement)
    {
        foreach (var note in Notes) yield return $"  {YamlText.Comment(note)}";
        var days = Days();
        if (Closed.Count == 0 && days.All(day => day == "00:00-24:00"))
        {
            yield return $"  {Name}: 24x7";
            yield break;
        }

        yield return $"  {Name}:";
        yield return $"    week: {{ {string.Join(", ", Grouped(days))} }}";
        if (Zone is not null && Zone != zoneOfTheAgreement) yield return $"    timeZone: {Zone}";
        if (Closed.Count == 0) yield break;

        yield return "    agreed:";
        var closed = Closed.DistinctBy(day => day.Date, StringComparer.Ordinal).OrderBy(day => day.Date, StringComparer.Ordinal);
        foreach (var (date, reason) in closed)
            yield return $"      - {{ {date}, hours: []{(reason is null ? "" : $", reason: {YamlText.Of(reason)}")} }}";
    }

    private string[] Days() =>
    [
        .. Enumerable.Range(1, 7).Select(day => string.Join(
            ", ", Week.Where(open => (int)open.Day == day).OrderBy(open => open.From).Select(open => $"{At(open.From)}-{At(open.To)}"))),
    ];

    private static IEnumerable<string> Grouped(string[] days)
    {
        for (var first = 0; first < days.Length;)
        {
            var last = first;
            while (last + 1 < days.Length && days[last + 1] == days[first]) last++;
            if (days[first].Length > 0)
            {
                var hours = days[first].Split(", ").Select(open => $"\"{open}\"").ToArray();
                yield return $"{(first == last ? Words[first] : $"{Words[first]}-{Words[last]}")}: "
                    + (hours is [var one] ? one : $"[{string.Join(", ", hours)}]");
            }

            first = last + 1;
        }
    }

    private static string At(int minute) => minute == Day
        ? "24:00"
        : string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");
}
