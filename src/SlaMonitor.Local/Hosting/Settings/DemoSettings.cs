namespace SlaMonitor.Local.Hosting.Settings;

/// <summary>
/// What <c>--demo</c> stands for. A demo takes no settings but these and those of the command line: a mail server or a key that somebody
/// has set for their own monitor has no business in it.
/// </summary>
internal static class DemoSettings
{
    /// <summary>Where it begins to tell what was before; it opens later, <c>Demo.DemoDay.Opening</c>.</summary>
    private const string Start = "2026-02-27T14:00:00+08:00";

    /// <summary>A minute passes in a second.</summary>
    private const string Speed = "60";

    private const string DataFolder = "data/demo";

    /// <summary>Whether a demo is asked for.</summary>
    public static bool IsOn(IReadOnlyDictionary<string, string?> commandLine) => commandLine.ContainsKey(LocalHostSettings.DemoKey);

    /// <summary>The settings of a demo, in front of which those of the command line stand.</summary>
    public static IReadOnlyDictionary<string, string?> All { get; } = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
    {
        [LocalHostSettings.StartKey] = Start,
        [LocalHostSettings.SpeedKey] = Speed,
        [LocalHostSettings.DataFolderKey] = DataFolder,
        // It tells itself what happens, in a line each.
        ["Logging:Console:LogLevel:Default"] = "Warning",
    };
}
