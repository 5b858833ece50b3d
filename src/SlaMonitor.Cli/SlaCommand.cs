using System.CommandLine;
using System.CommandLine.Help;
using SlaMonitor.Cli.Doctor;
using SlaMonitor.Cli.Preview;
using SlaMonitor.Cli.Running;

namespace SlaMonitor.Cli;

/// <summary><c>sla</c>, the monitor on the command line.</summary>
internal static class SlaCommand
{
    /// <summary>Runs a command.</summary>
    /// <returns>0: good; 1: the input is wrong, or a check failed; 2: the command line is.</returns>
    public static int Run(string[] args, TextWriter output, TextWriter error, Surroundings surroundings)
    {
        // Not a RootCommand: that is called what the program's file is called.
        var root = new Command("sla", "SlaMonitor on the command line.")
        {
            PreviewCommand.Create(), TemplatesCommand.Create(), DoctorCommand.Create(surroundings),
            new HelpOption { Recursive = true }, new VersionOption(),
        };
        var parsed = root.Parse(args);
        var outcome = parsed.Invoke(new InvocationConfiguration { Output = output, Error = error });
        return parsed.Errors.Count > 0 ? ExitCode.Usage : outcome;
    }
}
