using System.Net;

namespace SlaMonitor.Monitoring.Access;

/// <summary>Who calls, as far as a request tells it.</summary>
/// <param name="InHeader">The key in the header.</param>
/// <param name="InQuery">The key in the query.</param>
/// <param name="Address">The address that the request came from.</param>
/// <param name="Host">The host that it is addressed to, without the port.</param>
public readonly record struct Caller(string? InHeader, string? InQuery, IPAddress? Address, string Host)
{
    internal string? Key => InHeader ?? InQuery;

    // The host name too, because a web page elsewhere may have its name lead to this machine, and a tunnel may bring anyone here.
    internal bool IsThisMachine => Address is not null && IPAddress.IsLoopback(Address)
        && (Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(Host.Trim('[', ']'), out var host) && IPAddress.IsLoopback(host)));
}
