using SlaMonitor.Functions;

MonitorProgram.Run(args);
