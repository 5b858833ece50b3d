using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using SlaMonitor.Local.Hosting.Settings;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Local.Hosting;

/// <summary>Ends the process with one clear message, and no stack trace, when what is wrong can be mended by whoever started it.</summary>
internal static class ProcessExit
{
    private static readonly List<PosixSignalRegistration> Signals = [];
    private static readonly ManualResetEventSlim AskedToEnd = new();

    /// <summary>
    /// The runtime calls those who wait for a signal one after the other, the last one first: the host may have ended its start by it
    /// before we hear of it.
    /// </summary>
    private static readonly TimeSpan UntilWeHear = TimeSpan.FromSeconds(5);

    private static int _installed;

    public static void OnStartError()
    {
        if (Interlocked.Exchange(ref _installed, 1) != 0)
            return;
        // The host ends at these; here it is only noted that somebody has asked, for an end in the middle of the start.
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM])
            Signals.Add(PosixSignalRegistration.Create(signal, _ => AskedToEnd.Set()));
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
        if (exception is OperationCanceledException && AskedToEnd.Wait(UntilWeHear))
            Environment.Exit(0);
        if (Explain(exception) is not { } message)
            return;
        Console.Error.WriteLine(message);
        Environment.Exit(exception is LocalHostException problem ? problem.ExitCode : LocalHostException.StartFailed);
    }
}
