using SlaMonitor.Cli;
using SlaMonitor.Cli.Running;
using SlaMonitor.Functions;
using SlaMonitor.Tool;

// What follows `serve` is the monitor's own command line, which it reads itself.
if (args is [ServeCommand.Name, .. var options])
{
    MonitorProgram.Run(options);
    return ExitCode.Good;
}

#pragma warning disable RS0030 // this is the composition root: here the real clock is chosen
return SlaCommand.Run(
    args, Console.Out, Console.Error, new Surroundings(Environment.GetEnvironmentVariable, TimeProvider.System), ServeCommand.Create());
#pragma warning restore RS0030
