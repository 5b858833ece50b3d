using System.Globalization;
using NodaTime;
using SlaMonitor.Mails.Reports.Shown;

namespace SlaMonitor.Mails.Reports.Sections;

/// <summary>When promises broke, by weekday and hour.</summary>
internal static class BreachTimesSection
{
    private const int Side = 10;
    private const int Darkest = 4;

    private static readonly IsoDayOfWeek[] Days = [.. Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day)];

    public static IEnumerable<ShownSection> Of(ReportWriting writing)
    {
        var (report, words) = (writing.Report, writing.Words);
        if (report.Breaches.Count == 0) yield break;

        var most = Days.Max(day => Enumerable.Range(0, 24).Max(hour => report.BreachTimes[day, hour]));
        yield return writing.Section(
            words.BreachTimes,
            writing.Table(words.Weekday, Days, day => new ShownRow(
                words.Of(day),
                null,
                null,
                [
                    ShownCell.Number(words.Broken, ReportWriting.Whole(report.BreachTimes.On(day))),
                    ShownCell.Words(words.Hours, HoursOf(writing, day)),
                ])),
            words.BreachTimesNote,
            new ShownChart(words.BreachTimes, 24 * Side, 7 * Side, [.. Days.SelectMany(day => BarsOf(writing, day, most))]));
    }

    private static string HoursOf(ReportWriting writing, IsoDayOfWeek day)
    {
        var hours = Enumerable.Range(0, 24).Where(hour => writing.Report.BreachTimes[day, hour] > 0)
            .Select(hour => string.Create(CultureInfo.InvariantCulture, $"{hour:00}:00 × {writing.Report.BreachTimes[day, hour]}"));
        return string.Join(", ", hours) is { Length: > 0 } list ? list : "–";
    }

    private static IEnumerable<ShownBar> BarsOf(ReportWriting writing, IsoDayOfWeek day, int most) => Enumerable.Range(0, 24).Select(hour =>
    {
        var count = writing.Report.BreachTimes[day, hour];
        var darkness = ((count * Darkest) + most - 1) / most;
        return new ShownBar(
            hour * Side, ((int)day - 1) * Side, Side - 1, Side - 1,
            string.Create(CultureInfo.InvariantCulture, $"heat{darkness}"),
            string.Create(CultureInfo.InvariantCulture, $"{writing.Words.Of(day)} {hour:00}:00: {count}"));
    });
}
