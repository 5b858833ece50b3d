using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using SlaMonitor.Local.Hosting.Settings;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Local.Hosting;

/// <summary>Ends the process with one clear message, and no stack trace, when what is wrong can be mended by whoever started it.</summary>
internal static class ProcessExit
{
    private static int _installed;

    public static void OnStartError()
    {
        if (Interlocked.Exchange(ref _installed, 1) != 0)
            return;
        AppDomain.CurrentDomain.UnhandledException += (_, error) => Leave(error.ExceptionObject as Exception);
    }

    /// <summary>The message, or null when the exception is a mistake of the program's, whose stack trace is wanted.</summary>
    internal static string? Explain(Exception? exception) => exception switch
    {
        LocalHostException problem => problem.Message,
        OptionsValidationException problem => string.Join(Environment.NewLine, problem.Failures.Select(failure => $"error: {failure}")),
        UnavailableException problem => $"error: {problem.Message}",
        IOException { InnerException: AddressInUseException } problem =>
            $"error: {problem.Message} Stop what listens there, or choose another port with --port",
        // Kestrel's way to say that the address is not this machine's or the port not for everyone.
        System.Net.Sockets.SocketException problem => $"error: cannot listen: {problem.Message}",
        _ => null,
    };

    private static void Leave(Exception? exception)
    {
        if (Explain(exception) is not { } message)
            return;
        Console.Error.WriteLine(message);
        Environment.Exit(exception is LocalHostException problem ? problem.ExitCode : LocalHostException.StartFailed);
    }
}
