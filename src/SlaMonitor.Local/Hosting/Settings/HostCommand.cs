using System.CommandLine;

namespace SlaMonitor.Local.Hosting.Settings;

/// <summary>The command line as settings: every option is short for one.</summary>
internal static class HostCommand
{
    private const string Description = """
        Runs the functions on this machine: HTTP, timers and queues, on SQLite and a mail folder.
        Settings come from local.settings.sample.json, then local.settings.json, then environment variables,
        then the command line; the last one wins. Section__Key and Section:Key are the same setting.
        """;

    private static readonly Option<string[]> Start =
        Option("--start", "INSTANT", "What the clock shows at start, as 2026-03-02T08:00:00Z (default now).");

    private static readonly Dictionary<Option<string[]>, string> Keys = new()
    {
        [Option("--port", "N", "Port on this machine alone (default 7071; 0 takes a free one).")] = LocalHostSettings.PortKey,
        [Option("--urls", "URLS", "Addresses instead of a port, separated by ';', as http://0.0.0.0:8080. "
            + "Any but this machine's own needs the setting FunctionKey.")] = LocalHostSettings.UrlsKey,
        [Option("--data", "DIR", "Where everything is kept (default ./data).")] = LocalHostSettings.DataFolderKey,
        [Option("--mail", "DIR", "Where mail is written (default <data>/mail).")] = LocalHostSettings.MailFolderKey,
        [Start] = LocalHostSettings.StartKey,
        [Option("--speed", "N", "How fast the clock runs (default 1; 0 stands still until POST /admin/clock?to=INSTANT moves it).")]
            = LocalHostSettings.SpeedKey,
    };

    private static readonly Option<bool> Demo = new("--demo")
    {
        Description = "Plays a day of an invented desk, a minute in a second, in a data folder of its own that is made anew at each start. "
            + "No settings but those of the command line count.",
    };

    private static readonly Option<string[]> Set =
        Option("--set", "NAME=VALUE", "Any setting, as --set EvaluationSchedule=\"*/10 * * * * *\".");

    private static readonly Option<string?> Backup = new("--backup")
    {
        HelpName = "FILE",
        Description = "Writes the data folder into an archive, also while the monitor works in it, and ends.",
    };

    private static readonly Option<string?> Restore = new("--restore")
    {
        HelpName = "FILE",
        Description = "Puts such an archive into a data folder that holds nothing yet, and ends.",
    };

    private static readonly Option<bool> Doctor = new("--doctor")
    {
        Description = "Looks whether the databases of the data folder are whole and true to the log of events, and ends.",
    };

    private static readonly Option<bool> Rebuild = new("--rebuild")
    {
        Description = "With --doctor: rebuilds from the log what is not, after a copy of the old files.",
    };

    private static readonly RootCommand Root = Create();

    // A value may begin with @, and names no file.
    private static readonly ParserConfiguration Configuration = new() { ResponseFileTokenReplacer = null };

    /// <summary>Whether a question was asked (<c>--help</c>, <c>--version</c>) and answered, so that nothing is left to do.</summary>
    public static bool IsAnswered(IReadOnlyList<string> args, TextWriter output)
    {
        var parsed = Root.Parse(args, Configuration);
        if (parsed.Errors.Count > 0 || parsed.Action == Root.Action)
            return false;
        parsed.Invoke(new InvocationConfiguration { Output = output });
        return true;
    }

    /// <summary>The archives that are to be written and read instead of serving; null where none is.</summary>
    public static (string? Backup, string? Restore) Archives(IReadOnlyList<string> args)
    {
        var parsed = Root.Parse(args, Configuration);
        return parsed.Errors.Count > 0 ? (null, null) : (parsed.GetValue(Backup), parsed.GetValue(Restore));
    }

    /// <summary>Whether the data folder is to be looked at instead of serving, and rebuilt where it is not good.</summary>
    public static (bool Doctor, bool Rebuild) Examination(IReadOnlyList<string> args)
    {
        var parsed = Root.Parse(args, Configuration);
        return parsed.Errors.Count > 0 ? (false, false) : (parsed.GetValue(Doctor), parsed.GetValue(Rebuild));
    }

    /// <summary>The settings that the options stand for.</summary>
    /// <exception cref="LocalHostException">There is no such option, or it lacks its value.</exception>
    public static IReadOnlyDictionary<string, string?> Parse(IReadOnlyList<string> args)
    {
        var parsed = Root.Parse(args, Configuration);
        if (parsed.Errors.Count > 0)
        {
            using var text = new StringWriter();
            parsed.Invoke(new InvocationConfiguration { Output = text, Error = text });
            throw new LocalHostException($"error: {text.ToString().Trim()}", LocalHostException.Usage);
        }

        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (option, key) in Keys)
        {
            if (parsed.GetValue(option) is { Length: > 0 } values)
                settings[key] = values[^1];
        }

        if (parsed.GetValue(Demo)) settings[LocalHostSettings.DemoKey] = "true";
        foreach (var pair in (parsed.GetValue(Set) ?? []).Select(pair => pair.Split('=', 2)))
            settings[SettingName.Normalize(pair[0])] = pair[1];
        return settings;
    }

    private static RootCommand Create()
    {
        Set.Validators.Add(given =>
        {
            foreach (var wrong in given.Tokens.Where(token => token.Value.IndexOf('=', StringComparison.Ordinal) <= 0))
                given.AddError($"--set wants NAME=VALUE, not '{wrong.Value}'.");
        });
        var root = new RootCommand(Description);
        foreach (var option in Keys.Keys.Append(Set))
            root.Add(option);
        root.Add(Demo);
        root.Add(Backup);
        root.Add(Restore);
        root.Add(Doctor);
        root.Add(Rebuild);
        root.Validators.Add(given =>
        {
            if (given.GetValue(Demo) && given.GetResult(Start) is not null)
                given.AddError("--demo begins at a time of its own, without --start.");
            if (given.GetValue(Demo)
                && (given.GetValue(Doctor) || (given.GetValue(Backup) ?? given.GetValue(Restore)) is not null))
            {
                given.AddError("--demo plays a day, and goes with none of --backup, --restore and --doctor.");
            }

            if (given.GetValue(Rebuild) && !given.GetValue(Doctor)) given.AddError("--rebuild goes with --doctor.");
            if (given.GetValue(Doctor) && (given.GetValue(Backup) ?? given.GetValue(Restore)) is not null)
                given.AddError("--doctor goes neither with --backup nor with --restore.");
        });
        root.SetAction(_ => 0);
        return root;
    }

    // Each may be given again, and the last one wins.
    private static Option<string[]> Option(string name, string value, string description) =>
        new(name) { HelpName = value, Description = description, Arity = ArgumentArity.OneOrMore };
}
