using SlaMonitor.Cli;
using SlaMonitor.Cli.Running;

#pragma warning disable RS0030 // this is the composition root: here the real clock is chosen
return SlaCommand.Run(args, Console.Out, Console.Error, new Surroundings(Environment.GetEnvironmentVariable, TimeProvider.System));
#pragma warning restore RS0030
