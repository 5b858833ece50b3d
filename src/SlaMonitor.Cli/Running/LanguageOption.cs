using System.CommandLine;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Cli.Running;

/// <summary>The option <c>--language</c>.</summary>
internal static class LanguageOption
{
    public static Option<string> Create(string description)
    {
        var language = new Option<string>("--language")
        {
            HelpName = string.Join('|', Wording.Languages),
            Description = description,
            DefaultValueFactory = _ => Wording.Languages[0],
        };
        language.AcceptOnlyFromAmong([.. Wording.Languages]);
        return language;
    }
}
