using System.Globalization;
using Microsoft.Extensions.Configuration;
using NodaTime;
using NodaTime.Text;
using SlaMonitor.Local.Clock;
using SlaMonitor.Monitoring.Access;

namespace SlaMonitor.Local.Hosting.Settings;

/// <summary>Where and how this host runs. A singleton: adapters on this machine find their folders here.</summary>
public sealed record LocalHostSettings
{
    public const string PortKey = "Local:Port";
    public const string UrlsKey = "Local:Urls";
    public const string DataFolderKey = "Local:DataFolder";
    public const string MailFolderKey = "Local:MailFolder";
    public const string StartKey = "Local:Start";
    public const string SpeedKey = "Local:Speed";
    public const string ConnectionsKey = "Local:Connections";
    public const string DemoKey = "Local:Demo";

    private const double Fastest = 1_000_000;
    private const int MostConnections = 100_000;

    /// <summary>Full path of the folder that holds every file of this host.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Full path of the folder that mail is written to when no mail server is set.</summary>
    public required string MailFolder { get; init; }

    /// <summary>The addresses to listen on.</summary>
    public required IReadOnlyList<Uri> Urls { get; init; }

    /// <summary>What the clock shows at start; null for the present.</summary>
    public Instant? Start { get; init; }

    /// <summary>How many seconds the clock runs in a second.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>Whether an invented day is played, in a data folder that is made anew.</summary>
    public bool IsDemo { get; init; }

    /// <summary>How many connections are open at once; null for as many as the process may open, with a reserve.</summary>
    public int? Connections { get; init; }

    /// <summary>The settings file that was read, if any.</summary>
    internal string? File { get; init; }

    internal static LocalHostSettings Read(IConfiguration configuration, AccessKeys keys, string currentDirectory)
    {
        var problems = keys.Problems.ToList();
        var data = Path.GetFullPath(Text(configuration, DataFolderKey) ?? "data", currentDirectory);
        var mail = Text(configuration, MailFolderKey) is { } folder
            ? Path.GetFullPath(folder, currentDirectory)
            : Path.Combine(data, "mail");
        var settings = new LocalHostSettings
        {
            DataFolder = data,
            MailFolder = mail,
            Urls = ListenAddress.Parse(Text(configuration, UrlsKey), Text(configuration, PortKey), problems),
            Start = ParseStart(Text(configuration, StartKey), problems),
            Speed = ParseSpeed(Text(configuration, SpeedKey), problems),
            IsDemo = Text(configuration, DemoKey) is not null,
            Connections = ParseConnections(Text(configuration, ConnectionsKey), problems),
        };
        foreach (var url in settings.Urls.Where(url => !keys.AreSet && !ListenAddress.IsLoopback(url)))
        {
            problems.Add(
                $"error: {url.OriginalString} can be reached from other machines, and no key protects the functions: set FunctionKey "
                + "(an environment variable, or a value in local.settings.json) to a long random text, or listen on http://localhost");
        }

        LocalHostException.ThrowIfAny(problems);
        return settings;
    }

    private static Instant? ParseStart(string? text, List<string> problems)
    {
        if (text is null)
            return null;
        var parsed = OffsetDateTimePattern.Rfc3339.Parse(text);
        if (parsed.Success && LocalClock.CanShow(parsed.Value.ToInstant()))
            return parsed.Value.ToInstant();
        problems.Add(
            $"error: --start (setting Local__Start) is '{text}'; it must be an instant from 2000 to 2099, as 2026-03-02T08:00:00Z");
        return null;
    }

    private static double ParseSpeed(string? text, List<string> problems)
    {
        if (text is null)
            return 1;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var speed) && speed <= Fastest)
            return speed;
        problems.Add($"error: --speed (setting Local__Speed) is '{text}'; it must be a number from 0 to {Fastest:0}");
        return 1;
    }

    private static int? ParseConnections(string? text, List<string> problems)
    {
        if (text is null)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most is >= 1 and <= MostConnections)
            return most;
        problems.Add($"error: Local__Connections is '{text}'; it must be a number from 1 to {MostConnections}");
        return null;
    }

    // An empty text is what a sample file writes for "not set".
    private static string? Text(IConfiguration configuration, string key) =>
        configuration[key] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
