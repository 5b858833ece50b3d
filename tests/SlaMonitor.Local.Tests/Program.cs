using SlaMonitor.Local.Tests.Storage;

return args is ["commit-until-killed", var database] ? await CommitUntilKilled.RunAsync(database) : 0;
