using SlaMonitor.Core.Agreements;
using SlaMonitor.Samples;
using static SlaMonitor.Samples.CalendarText;

namespace SlaMonitor.Monitoring.Tests.OnCall;

/// <summary>How calendars in files are kept: read, kept over mistakes, and moved on with the time.</summary>
public sealed class OnCallFeedsTests : FeedFolder
{
    [Fact]
    public async Task File_Changed_IsSeenWhenItIsTimeToLook()
    {
        var folder = await OpenAsync("on-call.ics", Always("anna"));
        Assert.Equal("anna@example.com", await OnCallAsync(folder));
        Write(Always("ben"));

        Assert.Equal("anna@example.com", await OnCallAsync(folder));
        Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("ben@example.com", await OnCallAsync(folder));
        Assert.Empty(folder.Troubles);
    }

    /// <summary>Who is on call changes every week; the promises do not, and no open ticket has to be looked at anew.</summary>
    [Fact]
    public async Task File_Changed_IsNoChangeOfTerms()
    {
        var folder = await OpenAsync("on-call.ics", Always("anna"));
        var (book, terms) = (await folder.GetAsync(default), (await folder.GetTermsAsync(default)).Fingerprint);
        Write(Always("ben"));
        Time.Advance(TimeSpan.FromSeconds(5));

        Assert.NotSame(book, await folder.GetAsync(default));
        Assert.Equal([terms, terms], [book.Fingerprint, (await folder.GetAsync(default)).Fingerprint]);
    }

    [Fact]
    public async Task File_BadChange_KeepsTheLastGoodOneAndSaysWhere()
    {
        var folder = await OpenAsync("on-call.ics", Always("anna"));
        Write(Always("ben")
            .Replace("DTSTART:", "DTSTART;TZID=Nowhere:", StringComparison.Ordinal)
            .Replace("080000Z\r\nDTEND", "080000\r\nDTEND", StringComparison.Ordinal));
        Bench.Clock.AdvanceMinutes(10);
        Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("anna@example.com", await OnCallAsync(folder));
        var trouble = $"{Calendar}:4:1: error: 'ben' is in a zone 'Nowhere' that is not known; write an IANA id, as in TZID=Europe/Berlin; "
            + "the copy of 2026-03-02 08:00 UTC stays in force";
        Assert.Equal([trouble], folder.Troubles);
        Assert.Contains(Bench.Logger.Collector.GetSnapshot(), record => record.Message == trouble);

        Write(Always("ben"));
        Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("ben@example.com", await OnCallAsync(folder));
        Assert.Empty(folder.Troubles);
    }

    [Fact]
    public async Task File_OneEventThatIsNotUnderstood_IsCountedAndTheRestIsInForce()
    {
        var folder = await OpenAsync("on-call.ics", Always("anna").Replace(
            "END:VCALENDAR", "BEGIN:VEVENT\r\nSUMMARY:ben\r\nDTSTART:monday\r\nEND:VEVENT\r\nEND:VCALENDAR", StringComparison.Ordinal));

        Assert.Equal("anna@example.com", await OnCallAsync(folder));
        Assert.StartsWith($"1 event is skipped: {Calendar}:", Assert.Single(folder.Troubles), StringComparison.Ordinal);
        Assert.Contains(
            Bench.Logger.Collector.GetSnapshot(),
            record => record.Message.EndsWith("it is skipped, and the other events count", StringComparison.Ordinal));
    }

    [Fact]
    public async Task File_IsNotThere_TheMonitorStartsAndNobodyIsOnCall()
    {
        var folder = await OpenAsync("on-call.ics", text: null);

        Assert.Null(await OnCallAsync(folder));
        Assert.Equal(
            [$"{Calendar}:1:1: error: there is no such file; the agreement takes who is on call from it; "
                + "there is no earlier copy, so the fallback contact is told instead of who is on call"],
            folder.Troubles);

        Write(Always("anna"));
        Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("anna@example.com", await OnCallAsync(folder));
    }

    [Fact]
    public async Task Time_GoesOn_TheTurnsMoveOnWithIt()
    {
        var folder = await OpenAsync("on-call.ics", Of(
            Shift("anna", ":20260301T000000Z", ":20260302T000000Z", "RRULE:FREQ=DAILY;INTERVAL=2"),
            Shift("ben", ":20260302T000000Z", ":20260303T000000Z", "RRULE:FREQ=DAILY;INTERVAL=2")));

        // Ninety days ahead somebody is known, and nobody is a hundred days ahead; in a year, somebody will be.
        Assert.Equal(["ben@example.com", "ben@example.com", null], await OnCallAsync(folder, 0, 90, 100));
        Bench.Clock.AdvanceDays(365);
        Assert.Equal(["anna@example.com", "ben@example.com", "anna@example.com"], await OnCallAsync(folder, 0, 1, 90));
        Assert.Same(await folder.GetTermsAsync(default), await folder.GetTermsAsync(default));
    }

    [Fact]
    public async Task Events_NameNobody_IsSaid()
    {
        var folder = await OpenAsync("on-call.ics", Always("Team lunch"));

        Assert.Null(await OnCallAsync(folder));
        Assert.Equal(
            [$"{Calendar} names nobody for the next 90 days; the fallback contact is told instead of who is on call."],
            folder.Troubles);
        Assert.Contains(
            Bench.Logger.Collector.GetSnapshot(),
            record => record.Message == $"{Calendar}:4:1: warning: 'Team lunch' names nobody and does not count; "
                + "invite a person, or write an address or a contact's name as its title");
    }

    [Fact]
    public async Task Overrides_OfTheAgreement_BeatTheFeed()
    {
        var folder = await OpenAsync(
            "on-call.ics", Always("anna"), ", overrides: [{ from: 2026-03-02T12:00, to: 2026-03-02T18:00, who: ben }]");
        var rotation = await RotationOfAsync(folder);

        Assert.Equal("anna@example.com", await OnCallAsync(folder));
        Assert.Equal(
            new RotationTurn("ben@example.com", Instant.FromUtc(2026, 3, 2, 11, 0)),
            rotation.NextAfter(Bench.Clock.GetCurrentInstant(), DateTimeZone.Utc));
        Bench.Clock.AdvanceHours(4);
        Assert.Equal("ben@example.com", await OnCallAsync(folder));
    }

    [Fact]
    public async Task Agreement_NamesTheFeedNoMore_NobodyAsksForItOrComplainsOfIt()
    {
        var folder = await OpenAsync("on-call.ics", text: null);
        Assert.NotEmpty(folder.Troubles);
        File.WriteAllText(Agreement, TestFiles.Small());
        Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Null((await folder.GetTermsAsync(default)).Agreements[0].Versions[0].Contacts.GetValueOrDefault("on-call"));
        Assert.Empty(folder.Troubles);
    }
}
