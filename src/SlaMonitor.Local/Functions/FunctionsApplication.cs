using SlaMonitor.Local.Hosting;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Where a functions app starts. Under the local host this reads the command line and the settings, and ends the process with
/// one clear message when they are wrong.</summary>
#pragma warning disable CA1052 // Neither static nor sealed, as in the worker.
public class FunctionsApplication
#pragma warning restore CA1052
{
    public static FunctionsApplicationBuilder CreateBuilder(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        ProcessExit.OnStartError();
        return LocalHost.CreateBuilder(new LocalHostOptions { Args = args });
    }
}
