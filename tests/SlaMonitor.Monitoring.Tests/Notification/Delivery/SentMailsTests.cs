using Moq;
using SlaMonitor.Monitoring.Notification.Delivery;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Tests.Harness;

namespace SlaMonitor.Monitoring.Tests.Notification.Delivery;

/// <summary>A bounce without our own id is matched by address and time.</summary>
public sealed class SentMailsTests : IDisposable
{
    private const string Anna = "anna@example.com";
    private static readonly Instant Nine = Instant.FromUtc(2026, 3, 2, 9, 0);

    private readonly Workplace _place = new();

    private SentMails Sent => _place.Get<SentMails>();

    [Theory]
    [InlineData(-301, null)] // beyond what two clocks may differ
    [InlineData(-300, "first")]
    [InlineData(0, "first")]
    [InlineData(3599, "first")]
    [InlineData(3600, "second")]
    [InlineData(7199, "second")]
    [InlineData(7200, "third")]
    [InlineData((2 * 3600) + (3 * 86400), "third")]
    [InlineData((2 * 3600) + (3 * 86400) + 1, null)]
    public async Task Find_IsTheLastMailAtOrBeforeTheTime_NotTheLastOfAll(int seconds, string? mail)
    {
        await KeepAsync("first", Nine);
        await KeepAsync("second", Nine + Duration.FromHours(1));
        await KeepAsync("third", Nine + Duration.FromHours(2));

        Assert.Equal(mail, await FindAsync(Nine + Duration.FromSeconds(seconds)));
    }

    /// <summary>A mail system tells whole seconds: a mail of 9:00:00.9 may bounce at "9:00:00".</summary>
    [Fact]
    public async Task Find_TimeThatWasCutToTheSecond_IsOfTheMailInThatSecond()
    {
        await KeepAsync("before", Nine - Duration.FromMinutes(1));
        await KeepAsync("in it", Nine + Duration.FromMilliseconds(900));

        Assert.Equal("in it", await FindAsync(Nine));
    }

    [Fact]
    public async Task Find_MailsThatWereNotedInAnotherOrderOrTwice_AreOfTheirTimes()
    {
        await KeepAsync("second", Nine + Duration.FromHours(1));
        await KeepAsync("first", Nine);
        await KeepAsync("first", Nine + Duration.FromMinutes(1));

        Assert.Equal("first", await FindAsync(Nine + Duration.FromMinutes(2)));
        Assert.Equal("second", await FindAsync(Nine + Duration.FromHours(3)));
    }

    [Fact]
    public async Task Keep_MoreThanANoteHolds_ForgetsTheOldest_WhichAreThenOfNoMail()
    {
        for (var i = 0; i <= SentMails.MostMails; i++)
            await KeepAsync($"{i,0:x32}", Nine + Duration.FromMinutes(10 * i));

        Assert.Null(await FindAsync(Nine));
        Assert.Equal($"{1,0:x32}", await FindAsync(Nine + Duration.FromMinutes(10)));
        Assert.Equal($"{SentMails.MostMails,0:x32}", await FindAsync(Nine + Duration.FromHours(30)));
    }

    [Fact]
    public async Task Keep_ManyAtOnce_RemembersAll()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => KeepAsync($"{i}", Nine + Duration.FromHours(i))));

        for (var i = 0; i < 20; i++) Assert.Equal($"{i}", await FindAsync(Nine + Duration.FromHours(i)));
    }

    [Fact]
    public async Task Keep_StoreAway_ChangesNothingAboutTheMail()
    {
        var notes = new Mock<IMonitorNotes>();
        notes.Setup(n => n.FindAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).ThrowsAsync(StoreMock.Away);

        await _place.Make<SentMails>(notes.Object).KeepAsync(Anna, "first", Nine);

        Assert.Null(await FindAsync(Nine));
    }

    public void Dispose() => _place.Dispose();

    private Task KeepAsync(string mail, Instant at) => Sent.KeepAsync(Anna, mail, at);

    private Task<string?> FindAsync(Instant at) => Sent.FindAsync(Anna, at, default);
}
