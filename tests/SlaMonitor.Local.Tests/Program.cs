using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using SlaMonitor.Local.Tests.Storage;

// Tests start this assembly as a child process: to be killed while it commits, or as a functions app like any other.
if (args is ["commit-until-killed", var database]) return await CommitUntilKilled.RunAsync(database);

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Build().Run();
return 0;
