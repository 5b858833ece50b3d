using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

namespace SlaMonitor.Functions;

/// <summary>The monitor as a program, for its own entry point and for that of <c>sla serve</c>.</summary>
internal static class MonitorProgram
{
    /// <summary>Runs until it is stopped.</summary>
    /// <param name="args">The command line.</param>
    public static void Run(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        builder.Services.AddSlaMonitor(builder.Configuration);
        builder.Build().Run();
    }
}
