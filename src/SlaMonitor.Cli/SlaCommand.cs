using System.CommandLine;
using System.CommandLine.Help;
using SlaMonitor.Cli.Checking;
using SlaMonitor.Cli.Completing;
using SlaMonitor.Cli.DataFolders;
using SlaMonitor.Cli.Doctor;
using SlaMonitor.Cli.Drafting;
using SlaMonitor.Cli.Explaining;
using SlaMonitor.Cli.Holidays;
using SlaMonitor.Cli.Importing;
using SlaMonitor.Cli.Operating;
using SlaMonitor.Cli.Preview;
using SlaMonitor.Cli.Replaying;
using SlaMonitor.Cli.Running;
using SlaMonitor.Cli.Tuning;

namespace SlaMonitor.Cli;

/// <summary><c>sla</c>, the monitor on the command line.</summary>
internal static class SlaCommand
{
    /// <summary>How long a command may go on after Ctrl+C.</summary>
    private static readonly TimeSpan TimeToTidyUp = TimeSpan.FromSeconds(30);

    /// <summary>Runs a command.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="output">Where answers go.</param>
    /// <param name="error">Where complaints go.</param>
    /// <param name="surroundings">What the program finds around it.</param>
    /// <param name="more">Commands that the program has besides those of the command line.</param>
    /// <returns>0: good; 1: the input is wrong, or a check failed; 2: the command line is.</returns>
    public static int Run(string[] args, TextWriter output, TextWriter error, Surroundings surroundings, params Command[] more)
    {
        var parsed = Create(surroundings, more).Parse(args);
        var streams = new InvocationConfiguration { Output = output, Error = error, ProcessTerminationTimeout = TimeToTidyUp };
        // Whoever calls it without anything, or asks for help with whatever else, wants to see what there is.
        if (args.Length > 0 && !IsHelp(parsed) && WrongUsage.Of(parsed) is { Count: > 0 } wrong)
        {
            foreach (var line in wrong) error.WriteLine(line);
            return ExitCode.Usage;
        }

        var outcome = parsed.Invoke(streams);
        return parsed.Errors.Count > 0 && !IsHelp(parsed) ? ExitCode.Usage : outcome;
    }

    /// <summary>The whole grammar.</summary>
    internal static Command Create(Surroundings surroundings, params Command[] more)
    {
        // Not a RootCommand: that is called what the program's file is called.
        var root = new Command("sla", "SlaMonitor on the command line.")
        {
            NewCommand.Create(surroundings), ImportCommand.Create(surroundings), CheckCommand.Create(surroundings),
            ExplainCommand.Create(surroundings), ReplayCommand.Create(surroundings), TuneCommand.Create(surroundings),
            HolidaysCommand.Create(), PreviewCommand.Create(), TemplatesCommand.Create(),
            BackupCommands.CreateBackup(surroundings), BackupCommands.CreateRestore(), DoctorCommand.Create(surroundings),
            DeadLettersCommand.Create(surroundings), TestMailCommand.Create(surroundings), ForgetCommand.Create(surroundings),
            new HelpOption { Recursive = true }, new VersionOption(),
        };
        foreach (var command in more) root.Add(command);
        foreach (var command in CompletionCommands.Create(root)) root.Add(command);
        return root;
    }

    private static bool IsHelp(ParseResult parsed) => parsed.Action is HelpAction;
}
