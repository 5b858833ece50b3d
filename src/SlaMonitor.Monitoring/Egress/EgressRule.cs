using System.Net;
using System.Net.Sockets;

namespace SlaMonitor.Monitoring.Egress;

/// <summary>Which addresses the monitor may connect to of itself.</summary>
internal static class EgressRule
{
    private static readonly IPNetwork[] Inside =
    [
        .. ((string[])
        [
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "224.0.0.0/3", "::/127", "64:ff9b:1::/48", "fc00::/7", "fe80::/10", "ff00::/8",
        ]).Select(network => IPNetwork.Parse(network)),
    ];

    /// <summary>Why nothing may be sent to an address, whatever its name leads to; <c>null</c> where it may.</summary>
    public static string? Objection(Uri address, bool allowPrivate)
    {
        if (!address.IsAbsoluteUri) return "the address is not whole: it begins with https://";
        if (address.UserInfo.Length > 0) return "the address has a name or password in it: they have settings of their own";
        if (!allowPrivate && IPAddress.TryParse(address.DnsSafeHost, out var ip) && IsInside(ip))
            return "the address is of a private network or of this machine; Egress:AllowPrivate=true allows for that";
        if (address.Scheme == Uri.UriSchemeHttps) return null;
        return address.Scheme == Uri.UriSchemeHttp && allowPrivate
            ? null
            : "the address does not begin with https://; Egress:AllowPrivate=true allows for http inside of a network";
    }

    /// <summary>Whether an address is of a private network, of this machine, or of none that a server has.</summary>
    public static bool IsInside(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Array.Exists(Inside, network => network.BaseAddress.AddressFamily == plain.AddressFamily && network.Contains(plain))
            || (Embedded(plain) is { } inner && IsInside(inner));
    }

    /// <summary>The IPv4 address in one of IPv6 that stands for it: of NAT64 (RFC 6052), or of 6to4 (RFC 3056).</summary>
    private static IPAddress? Embedded(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return null;

        var bytes = address.GetAddressBytes();
        if (bytes.AsSpan(0, 12).SequenceEqual((byte[])[0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0])) return new IPAddress(bytes[12..]);
        return bytes[0] == 0x20 && bytes[1] == 0x02 ? new IPAddress(bytes[2..6]) : null;
    }
}
