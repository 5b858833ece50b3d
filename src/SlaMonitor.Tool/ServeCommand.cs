using System.CommandLine;

namespace SlaMonitor.Tool;

/// <summary><c>sla serve</c> among the commands that help and completion know. It is the monitor that runs it, not this command.</summary>
internal static class ServeCommand
{
    public const string Name = "serve";

    public static Command Create() =>
        new(Name, "Runs the monitor on this machine, with a board at http://localhost:7071. 'sla serve --help' lists its options.");
}
