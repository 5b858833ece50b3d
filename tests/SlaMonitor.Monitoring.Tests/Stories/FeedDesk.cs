using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SlaMonitor.Monitoring.Agreements;
using SlaMonitor.Monitoring.OnCall;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Tests.OnCall;
using SlaMonitor.Samples;

namespace SlaMonitor.Monitoring.Tests.Stories;

/// <summary>The desk of the stories, whose people on call are in a calendar on a server.</summary>
internal sealed class FeedDesk : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("feed-story-").FullName;
    private readonly FakeTimeProvider _time = new();
    private readonly List<OnCallFeeds> _fresh = [];

    private FeedDesk(StubCalendarServer server)
    {
        Server = server;
        var agreement = StoryAgreement.Yaml.Split('\n').Select(
            line => line.Contains("rotation: weekly", StringComparison.Ordinal) ? $"  on-call: {{ feed: \"{server.Address}\" }}" : line);
        File.WriteAllText(Path.Combine(_folder, "office.yaml"), string.Join('\n', agreement));
        Desk = new Desk(configure: services => services
            .AddAgreements()
            .Configure<AgreementOptions>(options => options.Folder = _folder)
            .AddSingleton<TimeProvider>(_time)
            .AddSingleton<IAgreementSource>(provider => ActivatorUtilities.CreateInstance<AgreementFolder>(provider)));
    }

    public Desk Desk { get; }

    public StubCalendarServer Server { get; }

    public static async Task<FeedDesk> OpenAsync() => new(await StubCalendarServer.StartAsync());

    /// <summary>The calendar now has these shifts; the monitor asks for it again when it is time to.</summary>
    public void Plans(params string[] shifts)
    {
        var text = CalendarText.Of(shifts);
        Server.Serve(text, $"\"{text.GetHashCode(StringComparison.Ordinal):x}\"");
        _time.Advance(TimeSpan.FromMinutes(15));
    }

    /// <summary>The agreements as another instance has them that has just started, and that has no place for copies of calendars.</summary>
    public IAgreementSource OfFreshInstance()
    {
        var feeds = Desk.Place.Make<OnCallFeeds>(new NoFeedCopies());
        _fresh.Add(feeds);
        return Desk.Place.Make<AgreementFolder>(feeds);
    }

    public async ValueTask DisposeAsync()
    {
        _fresh.ForEach(feeds => feeds.Dispose());
        Desk.Dispose();
        await Server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
