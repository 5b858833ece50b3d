using System.CommandLine;

namespace SlaMonitor.Cli.Running;

/// <summary>The option <c>--out</c> of a command that writes one file.</summary>
internal static class OutOption
{
    public static Option<string?> Create(string description) => new("--out")
    {
        HelpName = "FILE",
        Description = $"{description} -: to the output.",
    };
}
