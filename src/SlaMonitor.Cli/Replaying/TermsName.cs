namespace SlaMonitor.Cli.Replaying;

/// <summary>Short names for two sets of agreement files: the names of the files, or their paths where these are the same.</summary>
internal static class TermsName
{
    public static (string Mine, string Other) Of(string[] mine, string[] other)
    {
        var names = (Mine: Short(mine), Other: Short(other));
        return string.Equals(names.Mine, names.Other, StringComparison.Ordinal)
            ? (string.Join(' ', mine), string.Join(' ', other))
            : names;
    }

    private static string Short(string[] paths) =>
        string.Join(' ', paths.Select(path => Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(path))));
}
