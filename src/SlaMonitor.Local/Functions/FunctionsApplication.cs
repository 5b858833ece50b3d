using System.Reflection;
using System.Runtime.CompilerServices;
using SlaMonitor.Local.Hosting;
using SlaMonitor.Local.Hosting.Backups;
using SlaMonitor.Local.Hosting.Doctor;
using SlaMonitor.Local.Hosting.Settings;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Where a functions app starts. Under the local host this reads the command line and the settings, and ends the process with
/// one clear message when they are wrong.</summary>
#pragma warning disable CA1052 // Neither static nor sealed, as in the worker.
public class FunctionsApplication
#pragma warning restore CA1052
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static FunctionsApplicationBuilder CreateBuilder(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        ProcessExit.OnStartError();
        if (HostCommand.IsAnswered(args, Console.Out))
            Environment.Exit(0);
        var options = new LocalHostOptions
        {
            Args = args,
            // The functions are where the host is asked for, which need not be the program: `sla serve` starts another assembly's.
            FunctionAssembly = Assembly.GetCallingAssembly(),
        };
        if (BackupCommand.IsDone(options))
            Environment.Exit(0);
        if (ExaminationCommand.Run(options) is { } exitCode)
            Environment.Exit(exitCode);
        return CreateBuilder(options);
    }

    /// <summary>For tests, which get exceptions where a program would end.</summary>
    internal static FunctionsApplicationBuilder CreateBuilder(LocalHostOptions options) => new(new LocalHost(options));
}
