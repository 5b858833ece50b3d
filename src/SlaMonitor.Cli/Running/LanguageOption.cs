using System.CommandLine;

namespace SlaMonitor.Cli.Running;

/// <summary>The option <c>--language</c>.</summary>
internal static class LanguageOption
{
    /// <summary>The languages that the monitor speaks.</summary>
    public static readonly string[] All = ["en", "zh-CN"];

    public static Option<string> Create(string description)
    {
        var language = new Option<string>("--language")
        {
            HelpName = string.Join('|', All),
            Description = description,
            DefaultValueFactory = _ => All[0],
        };
        language.AcceptOnlyFromAmong(All);
        return language;
    }
}
