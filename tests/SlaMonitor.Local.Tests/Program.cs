using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SlaMonitor.Local.Tests.Hosting.Child;
using SlaMonitor.Local.Tests.Storage;

// Tests start this assembly as a child process: to be killed while it commits, or as a functions app like any other.
if (args is ["commit-until-killed", var database]) return await CommitUntilKilled.RunAsync(database);

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
if (builder.Configuration["StartsForEver"] is not null) builder.Services.AddHostedService<StartsForEver>();
builder.Build().Run();
return 0;
