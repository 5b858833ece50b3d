using CsCheck;
using NodaTime.Text;
using NodaTime.TimeZones;
using static SlaMonitor.Samples.CalendarText;

namespace SlaMonitor.Agreements.Tests.Feeds;

/// <summary>
/// Calendars of overlapping series, with dates that are left out and dates that are another's, over both changes of the clocks; against
/// somebody who writes every shift into a diary, day by day, and asks the diary every quarter of an hour.
/// </summary>
public sealed class FeedLawTests
{
    private static readonly LocalDate First = new(2026, 3, 16);
    private static readonly LocalDateTimePattern Written = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");

    private static readonly Gen<Series> AnySeries = Gen.Select(
        Gens.OneOf("anna", "ben", "carl"), Gen.Int[0, 20], Gen.Int[0, 47], Gen.Int[1, 4 * 48], Gen.Int[1, 7], Gen.Int[0, 20].Array[0, 2],
        Gen.Int[-1, 20])
        .Select((who, day, time, length, every, left, swapped) => new Series(
            who, First.At(LocalTime.Midnight).PlusDays(day).PlusMinutes(30 * time), 30 * length, every, left, swapped));

    /// <summary>
    /// A week of each change, and of neither; the halves of hours that both zones skip or repeat are among the handovers.
    /// </summary>
    private static readonly Gen<(string Zone, int Shift)> Weeks =
        Gens.OneOf(("Europe/Berlin", 0), ("Europe/Berlin", 210), ("Australia/Lord_Howe", 7), ("Australia/Lord_Howe", 189));

    [Fact]
    public void Turns_AnyCalendar_AreThoseOfTheDiary() => Gen.Select(AnySeries.Array[1, 5], Weeks).Sample(
        (given, week) =>
        {
            var agreement = Walk.AgreementOf(week.Zone);
            var series = given.Select(one => one with { Start = one.Start.PlusDays(week.Shift) }).ToArray();
            var diary = series
                .SelectMany((one, place) => Diary(one, place, agreement.TimeZone))
                .Concat(series.SelectMany((one, place) => Swapped(one, place + series.Length, agreement.TimeZone)))
                .ToArray();
            var text = Of(
            [
                .. series.Select((one, number) => Text(one, number, week.Zone)),
                .. series.Select((one, number) => SwapText(one, number, week.Zone)).OfType<string>(),
            ]);
            var from = agreement.TimeZone.AtStartOfDay(First.PlusDays(week.Shift + 7)).ToInstant();
            var to = from + Duration.FromDays(14);
            var rotation = Walk.Rotation(text, agreement, from, to);

            for (var at = from; at < to; at += Duration.FromMinutes(15))
            {
                var expected = diary.Where(shift => shift.From <= at && at < shift.To)
                    .OrderByDescending(shift => shift.From)
                    .ThenBy(shift => shift.To)
                    .ThenByDescending(shift => shift.Place)
                    .Select(shift => shift.Who)
                    .FirstOrDefault();
                Assert.True(
                    expected == rotation.OnCallAt(at, agreement.TimeZone)?.Split('@')[0],
                    $"{at}: {expected} is on call, and not {rotation.OnCallAt(at, agreement.TimeZone)}\n{text}");
            }
        }, iter: 300);

    private static IEnumerable<(string Who, Instant From, Instant To, int Place)> Diary(Series series, int place, DateTimeZone zone)
    {
        for (var number = 0; number < 60; number++)
        {
            if (series.LeftOut.Contains(number) || series.Swapped == number) continue;
            var start = series.Start.PlusDays(number * series.EveryDays);
            yield return (series.Who, In(start, zone), In(start.PlusMinutes(series.Minutes), zone), place);
        }
    }

    private static IEnumerable<(string Who, Instant From, Instant To, int Place)> Swapped(Series series, int place, DateTimeZone zone)
    {
        if (series.Swapped < 0) yield break;
        var start = series.Start.PlusDays(series.Swapped * series.EveryDays);
        yield return ("dora", In(start, zone), In(start.PlusMinutes(45), zone), place);
    }

    private static string Text(Series series, int number, string zone) => string.Join('\n',
    [
        $"UID:series-{number}", $"SUMMARY:{series.Who}",
        $"DTSTART;TZID={zone}:{Written.Format(series.Start)}",
        $"DTEND;TZID={zone}:{Written.Format(series.Start.PlusMinutes(series.Minutes))}",
        $"RRULE:FREQ=DAILY;INTERVAL={series.EveryDays};COUNT=60",
        .. series.LeftOut.Select(left => $"EXDATE;TZID={zone}:{Written.Format(series.Start.PlusDays(left * series.EveryDays))}"),
    ]);

    private static string? SwapText(Series series, int number, string zone)
    {
        if (series.Swapped < 0) return null;
        var start = series.Start.PlusDays(series.Swapped * series.EveryDays);
        return string.Join('\n',
            $"UID:series-{number}", "SUMMARY:dora@example.com", $"RECURRENCE-ID;TZID={zone}:{Written.Format(start)}",
            $"DTSTART;TZID={zone}:{Written.Format(start)}", $"DTEND;TZID={zone}:{Written.Format(start.PlusMinutes(45))}");
    }

    private static Instant In(LocalDateTime wall, DateTimeZone zone) => zone.ResolveLocal(wall, Resolvers.LenientResolver).ToInstant();

    /// <param name="Who">Whose shifts they are.</param>
    /// <param name="Start">When the first one starts.</param>
    /// <param name="Minutes">How long they last by the clock on the wall.</param>
    /// <param name="EveryDays">How often they come.</param>
    /// <param name="LeftOut">Which are left out.</param>
    /// <param name="Swapped">Which one is dora's; -1 for none.</param>
    private sealed record Series(string Who, LocalDateTime Start, int Minutes, int EveryDays, int[] LeftOut, int Swapped);
}
