using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Monitoring.Agreements;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Samples;
using static SlaMonitor.Samples.CalendarText;

namespace SlaMonitor.Monitoring.Tests.OnCall;

/// <summary>How calendars are kept: read, asked for, kept over mistakes and restarts, and moved on with the time.</summary>
public sealed class OnCallFeedsTests : IDisposable
{
    private const string Address = "https://calendars.example.com/secret-token/on-call.ics";
    private const string Shown = "https://calendars.example.com/…";

    private readonly string _folder = Directory.CreateTempSubdirectory("feeds-").FullName;
    private readonly FakeTimeProvider _time = new();
    private readonly FeedBench _bench = new();

    private string File => Path.Combine(_folder, "on-call.ics");

    public void Dispose()
    {
        _bench.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task File_Changed_IsSeenWhenItIsTimeToLook()
    {
        var folder = await OpenAsync("on-call.ics", Always("anna"));
        Assert.Equal("anna@example.com", await OnCallAsync(folder));
        Write(Always("ben"));

        Assert.Equal("anna@example.com", await OnCallAsync(folder));
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("ben@example.com", await OnCallAsync(folder));
        Assert.Empty(folder.Troubles);
    }

    [Fact]
    public async Task File_BadChange_KeepsTheLastGoodOneAndSaysWhere()
    {
        var folder = await OpenAsync("on-call.ics", Always("anna"));
        Write(Always("ben")
            .Replace("DTSTART:", "DTSTART;TZID=Nowhere:", StringComparison.Ordinal)
            .Replace("080000Z\r\nDTEND", "080000\r\nDTEND", StringComparison.Ordinal));
        _bench.Clock.AdvanceMinutes(10);
        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("anna@example.com", await OnCallAsync(folder));
        var trouble = $"{File}:4:1: error: 'ben' is in a zone 'Nowhere' that is not known; write an IANA id, as in TZID=Europe/Berlin; "
            + "the copy of 2026-03-02 08:00 UTC stays in force";
        Assert.Equal([trouble], folder.Troubles);
        Assert.Contains(_bench.Logger.Collector.GetSnapshot(), record => record.Message == trouble);

        Write(Always("ben"));
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("ben@example.com", await OnCallAsync(folder));
        Assert.Empty(folder.Troubles);
    }

    [Fact]
    public async Task File_IsNotThere_TheMonitorStartsAndNobodyIsOnCall()
    {
        var folder = await OpenAsync("on-call.ics", text: null);

        Assert.Null(await OnCallAsync(folder));
        Assert.Equal(
            [$"{File}:1:1: error: there is no such file; the agreement takes who is on call from it; "
                + "there is no earlier copy, so the fallback contact is told instead of who is on call"],
            folder.Troubles);

        Write(Always("anna"));
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("anna@example.com", await OnCallAsync(folder));
    }

    [Fact]
    public async Task Address_IsAskedEveryFifteenMinutesByTheStateThatIsKnown()
    {
        Says(Always("anna"), "\"1\"");
        var folder = await OpenAsync(Address);
        Assert.Null(await OnCallAsync(folder));

        await folder.GetAsync(default);
        Assert.Equal("anna@example.com", await OnCallAsync(folder));
        _time.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromTicks(1));
        await folder.GetAsync(default);
        Assert.Equal([null], _bench.Asked);

        _bench.Answer = () => new FeedAnswer.Unchanged();
        _time.Advance(TimeSpan.FromTicks(1));
        await folder.GetAsync(default);
        Says(Always("ben"), "\"2\"");
        _time.Advance(TimeSpan.FromMinutes(15));
        await folder.GetAsync(default);

        Assert.Equal([null, "\"1\"", "\"1\""], _bench.Asked);
        Assert.Equal("ben@example.com", await OnCallAsync(folder));
        Assert.Empty(folder.Troubles);
    }

    [Theory]
    [InlineData("it answered 500", $"{Shown}:1:1: error: the calendar cannot be fetched: it answered 500")]
    [InlineData(null, $"{Shown}:1:1: error: this is no iCalendar file, which begins with BEGIN:VCALENDAR; it begins with '<html>'")]
    public async Task Address_FailsLater_KeepsTheLastGoodOneAndSaysWhy(string? failure, string trouble)
    {
        Says(Always("anna"), "\"1\"");
        var folder = await OpenAsync(Address);
        await folder.GetAsync(default);
        _bench.Answer = () => failure is null ? new FeedAnswer.Fetched("<html>", "\"2\"") : new FeedAnswer.Failed(failure);
        _time.Advance(TimeSpan.FromMinutes(15));
        await folder.GetAsync(default);

        Assert.Equal("anna@example.com", await OnCallAsync(folder));
        Assert.Equal([$"{trouble}; the copy of 2026-03-02 08:00 UTC stays in force"], folder.Troubles);

        // Asked for what is in force, not for what could not be read.
        _time.Advance(TimeSpan.FromMinutes(15));
        _bench.Answer = () => new FeedAnswer.Unchanged();
        await folder.GetAsync(default);
        Assert.Equal([null, "\"1\"", "\"1\""], _bench.Asked);
        Assert.Empty(folder.Troubles);
    }

    [Fact]
    public async Task Address_NeverAnswered_IsAskedEveryMinute()
    {
        var folder = await OpenAsync(Address);
        for (var minute = 0; minute < 3; minute++, _time.Advance(TimeSpan.FromMinutes(1))) await folder.GetAsync(default);

        Assert.Equal(3, _bench.Asked.Count);
        Assert.Equal(
            [$"{Shown}:1:1: error: the calendar cannot be fetched: it answered 404; "
                + "there is no earlier copy, so the fallback contact is told instead of who is on call"],
            folder.Troubles);
        Assert.Single(_bench.Logger.Collector.GetSnapshot());
    }

    [Fact]
    public async Task Address_AskedByManyAtOnce_IsAskedOnce()
    {
        Says(Always("anna"), null);
        var folder = await OpenAsync(Address);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => folder.GetAsync(default))));

        Assert.Single(_bench.Asked);
    }

    [Fact]
    public async Task Address_WhoeverAsksGivesUp_TheNextOneAsks()
    {
        var folder = await OpenAsync(Address);
        using var giveUp = new CancellationTokenSource();
        _bench.Hangs = true;
        var first = folder.GetAsync(giveUp.Token);
        var second = folder.GetAsync(default);
        _bench.Hangs = false;
        Says(Always("anna"), null);
        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await second;
        Assert.Equal(2, _bench.Asked.Count);
        Assert.Equal("anna@example.com", await OnCallAsync(folder));
    }

    [Fact]
    public async Task Address_ServerHangs_TheTermsDoNotWaitForIt()
    {
        var folder = await OpenAsync(Address);
        using var giveUp = new CancellationTokenSource();
        _bench.Hangs = true;
        var waiting = folder.GetAsync(giveUp.Token);

        Assert.NotEmpty((await folder.GetTermsAsync(default)).Agreements);
        Assert.False(waiting.IsCompleted);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task Address_FetcherThrows_IsATroubleAndAskedAgainInAMinute()
    {
        _bench.Answer = () => throw new InvalidOperationException("a mistake of ours");
        var folder = await OpenAsync(Address);
        await folder.GetAsync(default);
        await folder.GetAsync(default);

        Assert.Equal(
            [$"{Shown}:1:1: error: the calendar cannot be fetched: a mistake of ours; "
                + "there is no earlier copy, so the fallback contact is told instead of who is on call"],
            folder.Troubles);
        Assert.Single(_bench.Asked);
        _time.Advance(TimeSpan.FromMinutes(1));
        Says(Always("anna"), null);
        await folder.GetAsync(default);
        Assert.Equal("anna@example.com", await OnCallAsync(folder));
    }

    [Fact]
    public async Task Restart_ServerIsAway_TheKeptCopyIsInForce()
    {
        Says(Always("anna"), "\"1\"");
        await (await OpenAsync(Address)).GetAsync(default);
        _bench.Answer = () => new FeedAnswer.Failed("it answered 503");

        var restarted = await OpenAsync(Address);
        Assert.Equal("anna@example.com", await OnCallAsync(restarted));
        await restarted.GetAsync(default);

        Assert.Equal("anna@example.com", await OnCallAsync(restarted));
        Assert.Equal("\"1\"", _bench.Asked[^1]);
        Assert.Single(restarted.Troubles);
    }

    [Fact]
    public async Task Restart_KeptCopyIsUnreadable_IsAsIfThereWereNone()
    {
        _bench.Kept[Address] = new FeedCopy("rubbish", "\"1\"", default);

        var folder = await OpenAsync(Address);

        Assert.Null(await OnCallAsync(folder));
        Assert.Empty(folder.Troubles);
    }

    [Fact]
    public async Task Time_GoesOn_TheTurnsMoveOnWithIt()
    {
        var folder = await OpenAsync("on-call.ics", Of(
            Shift("anna", ":20260301T000000Z", ":20260302T000000Z", "RRULE:FREQ=DAILY;INTERVAL=2"),
            Shift("ben", ":20260302T000000Z", ":20260303T000000Z", "RRULE:FREQ=DAILY;INTERVAL=2")));

        // Ninety days ahead somebody is known, and nobody is a hundred days ahead; in a year, somebody will be.
        Assert.Equal(["ben@example.com", "ben@example.com", null], await OnCallAsync(folder, 0, 90, 100));
        _bench.Clock.AdvanceDays(365);
        Assert.Equal(["anna@example.com", "ben@example.com", "anna@example.com"], await OnCallAsync(folder, 0, 1, 90));
        Assert.Same(await folder.GetTermsAsync(default), await folder.GetTermsAsync(default));
    }

    [Fact]
    public async Task Events_NameNobody_IsSaid()
    {
        var folder = await OpenAsync("on-call.ics", Always("Team lunch"));

        Assert.Null(await OnCallAsync(folder));
        Assert.Equal(
            [$"{File} names nobody for the next 90 days; the fallback contact is told instead of who is on call."],
            folder.Troubles);
        Assert.Contains(
            _bench.Logger.Collector.GetSnapshot(),
            record => record.Message == $"{File}:4:1: warning: 'Team lunch' names nobody and does not count; "
                + "invite a person, or write an address or a contact's name as its title");
    }

    [Fact]
    public async Task Overrides_OfTheAgreement_BeatTheFeed()
    {
        var folder = await OpenAsync("on-call.ics", Always("anna"), ", overrides: [{ from: 2026-03-02T12:00, to: 2026-03-02T18:00, who: ben }]");
        var rotation = await RotationOfAsync(folder);

        Assert.Equal("anna@example.com", await OnCallAsync(folder));
        Assert.Equal(
            new RotationTurn("ben@example.com", Instant.FromUtc(2026, 3, 2, 11, 0)),
            rotation.NextAfter(_bench.Clock.GetCurrentInstant(), DateTimeZone.Utc));
        _bench.Clock.AdvanceHours(4);
        Assert.Equal("ben@example.com", await OnCallAsync(folder));
    }

    [Fact]
    public async Task Agreement_NamesTheFeedNoMore_NobodyAsksForItOrComplainsOfIt()
    {
        var folder = await OpenAsync("on-call.ics", text: null);
        Assert.NotEmpty(folder.Troubles);
        System.IO.File.WriteAllText(Path.Combine(_folder, "a.yaml"), TestFiles.Small());
        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.Null((await folder.GetTermsAsync(default)).Agreements[0].Versions[0].Contacts.GetValueOrDefault("on-call"));
        Assert.Empty(folder.Troubles);
    }

    private static string Always(string who) => Of(Shift(who, ":20260101T080000Z", ":20260102T080000Z", "RRULE:FREQ=DAILY"));

    private async Task<AgreementFolder> OpenAsync(string feed, string? text = null, string more = "")
    {
        System.IO.File.WriteAllText(Path.Combine(_folder, "a.yaml"), TestFiles.Small(more: $$"""
            contacts:
              anna:    { email: anna@example.com }
              ben:     { email: ben@example.com }
              on-call: { feed: "{{feed}}"{{more}} }
            """).Replace("Asia/Shanghai", "Europe/Berlin", StringComparison.Ordinal));
        if (text is not null) Write(text);
        var folder = new AgreementFolder(
            Options.Create(new AgreementOptions { Folder = _folder }), _time, _bench.Keeper(_time), NullLogger<AgreementFolder>.Instance);
        await folder.GetTermsAsync(default);
        return folder;
    }

    // The time of the last write must differ, and the clock of a file system may be coarse.
    private void Write(string text)
    {
        var before = System.IO.File.GetLastWriteTimeUtc(File);
        System.IO.File.WriteAllText(File, text);
        System.IO.File.SetLastWriteTimeUtc(File, before.AddSeconds(1));
    }

    private void Says(string text, string? etag) => _bench.Answer = () => new FeedAnswer.Fetched(text, etag);

    private static async Task<Rotation> RotationOfAsync(AgreementFolder folder) =>
        (await folder.GetTermsAsync(default)).Agreements[0].Versions[0].Contacts["on-call"].Rotation!;

    private async Task<string?> OnCallAsync(AgreementFolder folder) => (await OnCallAsync(folder, 0)).Single();

    private async Task<IEnumerable<string?>> OnCallAsync(AgreementFolder folder, params int[] daysFromNow)
    {
        var rotation = await RotationOfAsync(folder);
        var now = _bench.Clock.GetCurrentInstant();
        return daysFromNow.Select(days => rotation.OnCallAt(now + Duration.FromDays(days), DateTimeZoneProviders.Tzdb["Europe/Berlin"]));
    }
}
