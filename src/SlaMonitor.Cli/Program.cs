using SlaMonitor.Cli;

return SlaCommand.Run(args, Console.Out, Console.Error);
