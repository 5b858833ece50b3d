using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace SlaMonitor.Functions.Tests.Harness;

/// <summary>A mail server of this machine at which nobody listens.</summary>
internal static class SmtpAway
{
    public static Dictionary<string, string?> Settings()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        return new(StringComparer.Ordinal)
        {
            ["Mail__Smtp__Host"] = "127.0.0.1",
            ["Mail__Smtp__Port"] = port.ToString(CultureInfo.InvariantCulture),
            ["Mail__Smtp__Tls"] = "None",
            ["Mail__From"] = "sla@example.com",
        };
    }
}
