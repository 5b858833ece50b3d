using CsCheck;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Feeds;
using static SlaMonitor.Samples.CalendarText;

namespace SlaMonitor.Agreements.Tests.Feeds;

public sealed class FeedReaderTests
{
    private const string Good = "SUMMARY:anna\nDTSTART:20260302T080000Z\nDTEND:20260309T080000Z";

    [Theory]
    [InlineData("", "1:1: error: this is no iCalendar file, which begins with BEGIN:VCALENDAR; it is empty")]
    [InlineData(
        "\n<!doctype html>\n<title>Sign in</title>",
        "2:1: error: this is no iCalendar file, which begins with BEGIN:VCALENDAR; it begins with '<!doctype html>'")]
    [InlineData("BEGIN:VCALENDAR\nEND:VCALENDAR", "1:1: error: there is no event in this calendar")]
    [InlineData(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:anna", "2:1: error: this event is never ended by END:VEVENT; has the file been cut short?")]
    [InlineData(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260302T080000Z\nEND:VEVENT\n",
        "4:1: error: the file does not end with END:VCALENDAR; has it been cut short?")]
    public void Read_NoCalendar_SaysWhere(string text, string error) => Assert.Equal([$"on-call.ics:{error}"], Problems(text));

    [Theory]
    [InlineData(
        "DTSTART:20260302T080000Z",
        "DTSTART:monday",
        "'anna' has no start, or one that cannot be read; write DTSTART, as in DTSTART:20260302T080000Z")]
    [InlineData(
        "DTSTART:20260302T080000Z\n", "", "'anna' has no start, or one that cannot be read; write DTSTART, as in DTSTART:20260302T080000Z")]
    [InlineData(
        "DTSTART:20260302T080000Z",
        "DTSTART;TZID=Customized Time Zone:20260302T080000",
        "'anna' is in a zone 'Customized Time Zone' that is not known; write an IANA id, as in TZID=Europe/Berlin")]
    [InlineData("DTEND:20260309T080000Z", "DTEND:20260301T080000Z", "'anna' ends before it starts")]
    [InlineData(
        "\nDTEND:20260309T080000Z", "", "'anna' has a time and no end, so that it lasts no time at all; write DTEND or DURATION")]
    [InlineData("DTEND:20260309T080000Z", "DTEND:later", "'anna' has an end that cannot be read; write it as the start is written")]
    [InlineData(
        "DTEND:20260309T080000Z",
        "DTEND;VALUE=DATE:20260309",
        "'anna' starts with a date and ends with a time, or the other way round; write both alike")]
    [InlineData("DTEND:20260309T080000Z", "DTEND:99990309T080000Z", "'anna' has a date in the year 9999; events lie between 1600 and 2200")]
    [InlineData("DTEND:20260309T080000Z", "DURATION:P99999D", "'anna' lasts more than 3660 days, or less than nothing")]
    [InlineData("DTEND:20260309T080000Z", "DURATION:-P1D", "'anna' lasts more than 3660 days, or less than nothing")]
    [InlineData(
        "SUMMARY:anna",
        "SUMMARY:anna\nRRULE:FREQ=SECONDLY",
        "'anna' recurs more often than can be followed, alone or with the series before it; "
        + "give the rules a longer FREQ or INTERVAL, or a later DTSTART")]
    [InlineData(
        "SUMMARY:anna", "SUMMARY:anna\nRRULE:FREQ=DAILY\nRRULE:FREQ=WEEKLY", "'anna' has more than one RRULE; write an event for each")]
    [InlineData(
        "SUMMARY:anna",
        "SUMMARY:anna\nRRULE:FREQ=DAILY\nEXRULE:FREQ=WEEKLY",
        "'anna' leaves dates out by a rule (EXRULE), which is not understood; list them, as EXDATE")]
    [InlineData(
        "SUMMARY:anna",
        "SUMMARY:anna\nRDATE;VALUE=PERIOD:20260302T080000Z/PT1H",
        "'anna' lists periods (RDATE;VALUE=PERIOD), which are not understood; list dates")]
    [InlineData(
        "SUMMARY:anna",
        "SUMMARY:anna\nRECURRENCE-ID;RANGE=THISANDFUTURE:20260302T080000Z",
        "'anna' changes a series from one date on (RANGE=THISANDFUTURE), which is not understood; end the series there and begin another")]
    public void Read_EventWithAMistake_SaysItAtTheEventsLine(string right, string wrong, string error)
    {
        Assert.Empty(Problems(Of(Good, Good)));

        Assert.Equal([$"on-call.ics:10:1: error: {error}"], Problems(Of(Good, Good.Replace(right, wrong, StringComparison.Ordinal))));
    }

    [Fact]
    public void Read_RuleThatTheParserRefuses_SaysSoInItsWords() => Assert.StartsWith(
        "on-call.ics:4:1: error: 'anna' cannot be read: The recurrence rule part",
        Problems(Of($"{Good}\nRRULE:FREQ=SOMETIMES")).Single(),
        StringComparison.Ordinal);

    [Fact]
    public void Read_FiveMistakes_AreFive() => Assert.Equal(5, Problems(Of(Enumerable.Repeat("SUMMARY:anna", 5))).Count);

    /// <summary>Whatever the bytes are, it is an answer and comes soon.</summary>
    [Fact]
    public void Read_GoodTextWithAnythingChangedInIt_IsReadOrRefused()
    {
        var text = Of(
            "SUMMARY:On Call - Anna Berg\nDTSTART;TZID=Europe/Berlin:20260302T090000\nDTEND;TZID=Europe/Berlin:20260309T090000\n"
            + "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;UNTIL=20271231T225959Z\nEXDATE;TZID=Europe/Berlin:20260316T090000",
            "UID:x\nSUMMARY:ben@example.com\nDTSTART;VALUE=DATE:20260304\nDURATION:P1DT2H\nRECURRENCE-ID;VALUE=DATE:20260304\n"
            + "ATTENDEE;PARTSTAT=ACCEPTED;CN=Ben:mailto:ben@example.com\nRDATE:20260501T080000Z");
        var pieces = Gen.Select(Gen.Int[0, text.Length - 1], Gen.Int[0, 12], Gen.OneOf(
            Gen.String[0, 6], Gen.Int[0, 99999].Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            Gens.OneOf(
                "SECONDLY", "\r\n", ";", ":", "BYSECOND=0,1,2", "T000000", "99991231", "Z", "VALUE=DATE", "-", "INTERVAL=2147483647")));

        pieces.Sample(change =>
        {
            var (at, length, what) = change;
            var changed = string.Concat(text.AsSpan(0, at), what, text.AsSpan(Math.Min(text.Length, at + length)));
            var problems = new Problems();
            var (from, to) = (Instant.FromUtc(2026, 3, 1, 0, 0), Instant.FromUtc(2026, 6, 1, 0, 0));
            if (FeedReader.Read("on-call.ics", changed, to, problems) is { } calendar)
                FeedShifts.Turns(calendar, Walk.Office, new Interval(from, to), problems);
            else
                Assert.NotEmpty(problems.InOrder([]));
        }, iter: 5_000);
    }

    private static IReadOnlyList<string> Problems(string text)
    {
        var problems = new Problems();
        var calendar = FeedReader.Read("on-call.ics", text, Instant.FromUtc(2026, 6, 1, 0, 0), problems);
        Assert.Equal(problems.HasErrors, calendar is null);
        return
        [
            .. problems.InOrder([]).Select(problem => problem.ToString()),
            .. (calendar?.Oddities ?? []).Select(odd => $"{odd.Block.Place}: error: '{odd.Block.Title}' {odd.Trouble}"),
        ];
    }
}
