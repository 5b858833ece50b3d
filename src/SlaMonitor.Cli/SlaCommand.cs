using System.CommandLine;
using SlaMonitor.Cli.Preview;
using SlaMonitor.Cli.Running;

namespace SlaMonitor.Cli;

/// <summary><c>sla</c>, the monitor on the command line.</summary>
internal static class SlaCommand
{
    /// <summary>Runs a command.</summary>
    /// <returns>0: good; 1: the input is wrong; 2: the command line is.</returns>
    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        var root = new RootCommand("SlaMonitor on the command line.") { PreviewCommand.Create(), TemplatesCommand.Create() };
        var parsed = root.Parse(args);
        var outcome = parsed.Invoke(new InvocationConfiguration { Output = output, Error = error });
        return parsed.Errors.Count > 0 ? ExitCode.Usage : outcome;
    }
}
