namespace SlaMonitor.Local.Hosting;

/// <summary>What lies in a data folder, by name.</summary>
internal static class DataFiles
{
    public const string Lock = "host.lock";
    public const string Monitor = "monitor.db";
    public const string Queues = "queues.db";
    public const string Timers = "timers.db";

    public const string Key = "acknowledge.key";
    public const string Feeds = "feeds";

    /// <summary>Every database that may be there.</summary>
    public static readonly IReadOnlyList<string> Databases = [Monitor, Queues, Timers];
}
