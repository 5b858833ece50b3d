using System.CommandLine;

namespace SlaMonitor.Cli.Running;

/// <summary>The option <c>--agreement</c>.</summary>
internal static class AgreementOption
{
    public static Option<string[]> Create() => new("--agreement")
    {
        HelpName = "FILE|FOLDER",
        Description = "The agreement files, or folders of them.",
        Required = true,
        AllowMultipleArgumentsPerToken = true,
    };
}
