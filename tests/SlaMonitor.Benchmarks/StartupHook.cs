using System.Globalization;
using System.Net.Sockets;

/// <summary>
/// Runs inside the process that is measured (<c>DOTNET_STARTUP_HOOKS</c>), so that the program itself needs nothing for it:
/// whoever connects to
/// a socket is told in one line what the process has allocated, in bytes, and the processor time that it has used, in milliseconds.
/// </summary>
#pragma warning disable CA1050, MA0047 // The runtime looks for a class of this name in no namespace.
internal static class StartupHook
#pragma warning restore CA1050, MA0047
{
    /// <summary>The environment variable with the path of the socket.</summary>
    public const string SocketVariable = "SLA_LOAD_COUNTERS";

    /// <summary>Called by the runtime before the program's own entry point.</summary>
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(SocketVariable) is not { Length: > 0 } path) return;

        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        new Thread(() => Answer(listener)) { IsBackground = true, Name = "Counters" }.Start();
    }

    private static void Answer(Socket listener)
    {
        while (true)
        {
            using var asks = listener.Accept();
            var used = Environment.CpuUsage.TotalTime.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
            asks.Send(System.Text.Encoding.ASCII.GetBytes($"{GC.GetTotalAllocatedBytes()} {used}\n"));
        }
    }
}
