using Microsoft.Extensions.Logging.Abstractions;
using SlaMonitor.Local.Feeds;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Local.Tests.Feeds;

public sealed class FeedCopyFolderTests : IDisposable
{
    private const string Source = "https://calendars.example.com/secret-token/on-call.ics";

    private static readonly FeedCopy Copy = new("BEGIN:VCALENDAR\r\nZoë\r\n", "W/\"1\"", Instant.FromUtc(2026, 3, 2, 8, 0));

    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("feed-copies-").FullName, "feeds");

    private FeedCopyFolder Copies => new(_folder, NullLogger<FeedCopyFolder>.Instance);

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    [Fact]
    public void Find_NothingKept_IsNothing() => Assert.Null(Copies.Find(Source));

    [Fact]
    public void Find_Kept_IsTheLastCopyOfItsOwnSource()
    {
        Copies.Keep(Source, Copy with { ETag = null });
        Copies.Keep(Source, Copy);
        Copies.Keep("/agreements/on-call.ics", Copy with { Text = "other" });

        Assert.Equal(Copy, Copies.Find(Source));
        Assert.Equal("other", Copies.Find("/agreements/on-call.ics")!.Text);
        Assert.Equal(2, Directory.GetFiles(_folder).Length);
    }

    [Fact]
    public void Keep_AddressWithASecret_LeavesNothingOfItOnTheDisk()
    {
        Copies.Keep(Source, Copy);

        var file = Assert.Single(Directory.GetFiles(_folder));
        Assert.DoesNotContain("secret-token", file + File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"text\":\"BEG")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"text\":\"x\",\"readAt\":9999999999999999}")]
    public void Find_FileWasDamaged_IsNothing(string damaged)
    {
        Copies.Keep(Source, Copy);
        File.WriteAllText(Directory.GetFiles(_folder).Single(), damaged);

        Assert.Null(Copies.Find(Source));
    }
}
