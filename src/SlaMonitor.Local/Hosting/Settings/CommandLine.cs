namespace SlaMonitor.Local.Hosting.Settings;

/// <summary>The command line as settings: every option is short for one.</summary>
internal static class CommandLine
{
    public const string Help = """
        Runs the functions on this machine: HTTP, timers and queues, on SQLite and a mail folder.

          --port N         port on this machine alone (default 7071; 0 takes a free one)
          --urls URLS      addresses instead of a port, separated by ';', as http://0.0.0.0:8080;
                           any but this machine's own needs the setting FunctionKey
          --data DIR       where everything is kept (default ./data)
          --mail DIR       where mail is written (default <data>/mail)
          --start INSTANT  what the clock shows at start, as 2026-03-02T08:00:00Z (default now)
          --speed N        how fast the clock runs (default 1; 0 stands still until
                           POST /admin/clock?to=INSTANT moves it)
          --set NAME=VALUE any setting, as --set EvaluationSchedule="*/10 * * * * *"
          --help           this text

        Settings come from local.settings.sample.json, then local.settings.json, then environment variables,
        then the command line; the last one wins. Section__Key and Section:Key are the same setting.
        """;

    private static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal)
    {
        ["--port"] = LocalHostSettings.PortKey,
        ["--urls"] = LocalHostSettings.UrlsKey,
        ["--data"] = LocalHostSettings.DataFolderKey,
        ["--mail"] = LocalHostSettings.MailFolderKey,
        ["--start"] = LocalHostSettings.StartKey,
        ["--speed"] = LocalHostSettings.SpeedKey,
    };

    public static bool AsksForHelp(IReadOnlyList<string> args) => args.Any(arg => arg is "--help" or "-h" or "-?");

    public static IReadOnlyDictionary<string, string?> Parse(IReadOnlyList<string> args)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < args.Count; i++)
        {
            var (option, value) = Split(args[i], '=');
            if (option is not "--set" && !Keys.ContainsKey(option))
                throw Wrong($"unknown option '{args[i]}'");
            if (value is null)
            {
                i++;
                if (i == args.Count)
                    throw Wrong($"{option} needs a value");
                value = args[i];
            }

            if (option is not "--set")
            {
                settings[Keys[option]] = value;
                continue;
            }

            var (name, setting) = Split(value, '=');
            if (setting is null || name.Length == 0)
                throw Wrong($"--set wants NAME=VALUE, not '{value}'");
            settings[SettingName.Normalize(name)] = setting;
        }

        return settings;
    }

    private static (string Name, string? Value) Split(string text, char separator)
    {
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        return at < 0 ? (text, null) : (text[..at], text[(at + 1)..]);
    }

    private static LocalHostException Wrong(string what) =>
        new($"error: {what}{Environment.NewLine}{Environment.NewLine}{Help}", LocalHostException.Usage);
}
