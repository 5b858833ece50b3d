using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Monitoring.Agreements;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Samples;
using static SlaMonitor.Samples.CalendarText;

namespace SlaMonitor.Monitoring.Tests.OnCall;

/// <summary>
/// An agreement whose people on call are in a calendar: a file beside it, or an address that says what the test lets it say.
/// </summary>
public abstract class FeedFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("feeds-").FullName;

    private protected FeedBench Bench { get; } = new();

    private protected FakeTimeProvider Time { get; } = new();

    private protected string Calendar => Path.Combine(_folder, "on-call.ics");

    private protected string Agreement => Path.Combine(_folder, "a.yaml");

    public void Dispose()
    {
        Bench.Dispose();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected static string Always(string who) => Of(Shift(who, ":20260101T080000Z", ":20260102T080000Z", "RRULE:FREQ=DAILY"));

    private protected async Task<AgreementFolder> OpenAsync(string feed, string? text = null, string more = "")
    {
        File.WriteAllText(Agreement, TestFiles.Small(more: $$"""
            contacts:
              anna:    { email: anna@example.com }
              ben:     { email: ben@example.com }
              on-call: { feed: "{{feed}}"{{more}} }
            """).Replace("Asia/Shanghai", "Europe/Berlin", StringComparison.Ordinal));
        if (text is not null) Write(text);
        var folder = new AgreementFolder(
            Options.Create(new AgreementOptions { Folder = _folder }), Time, Bench.Clock, Bench.Keeper(Time),
            NullLogger<AgreementFolder>.Instance);
        await folder.GetTermsAsync(default);
        return folder;
    }

    // The time of the last write must differ, and the clock of a file system may be coarse.
    private protected void Write(string text)
    {
        var before = File.GetLastWriteTimeUtc(Calendar);
        File.WriteAllText(Calendar, text);
        File.SetLastWriteTimeUtc(Calendar, before.AddSeconds(1));
    }

    private protected void Says(string text, string? etag) => Bench.Answer = () => new FeedAnswer.Fetched(text, etag);

    private protected static async Task<Rotation> RotationOfAsync(AgreementFolder folder) =>
        (await folder.GetTermsAsync(default)).Agreements[0].Versions[0].Contacts["on-call"].Rotation!;

    private protected async Task<string?> OnCallAsync(AgreementFolder folder) => (await OnCallAsync(folder, 0)).Single();

    private protected async Task<IEnumerable<string?>> OnCallAsync(AgreementFolder folder, params int[] daysFromNow)
    {
        var rotation = await RotationOfAsync(folder);
        var now = Bench.Clock.GetCurrentInstant();
        return daysFromNow.Select(days => rotation.OnCallAt(now + Duration.FromDays(days), DateTimeZoneProviders.Tzdb["Europe/Berlin"]));
    }
}
