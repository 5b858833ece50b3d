using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace SlaMonitor.StoreContracts.Emulator;

/// <summary>
/// A loopback port for a program that cannot choose one itself. It lies below those that the system gives away: one of those could be
/// given to somebody else before the program has started.
/// </summary>
public static class FreePort
{
    private const int First = 15_000;
    private const int Last = 32_000;

    /// <summary>A port at which nobody listens.</summary>
    public static int Find()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(First, Last);
            using var probe = new TcpListener(IPAddress.Loopback, port);
            try
            {
                probe.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody listens there.
            }
        }
    }
}
