using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using SlaMonitor.Monitoring.Secrets;

namespace SlaMonitor.Functions.Http;

/// <summary>
/// The setting <c>AdminKey</c>, for an address that helpdesks may call without a key and administrators only with one. A host checks keys for whole
/// functions, by their level, so this one is checked here, the same under both hosts.
/// </summary>
public sealed class AdminKey(IConfiguration configuration, bool trustsThisMachine)
{
    private const string Header = "x-functions-key";
    private const string Query = "code";

    private readonly byte[]? _hash = Hash(configuration[nameof(AdminKey)]);

    // Without any key the local host answers nobody but this machine; with a function key alone there is no administrator.
    private readonly bool _isOpen = trustsThisMachine
        && string.IsNullOrWhiteSpace(configuration[nameof(AdminKey)]) && string.IsNullOrWhiteSpace(configuration["FunctionKey"]);

    /// <summary>Whether a request may do what administrators do.</summary>
    public bool IsWith(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (_hash is null) return _isOpen && IsOfThisMachine(request);

        var given = Hash(request.Headers[Header].FirstOrDefault() ?? request.Query[Query].FirstOrDefault());
        return given is not null && CryptographicOperations.FixedTimeEquals(given, _hash);
    }

    // The host name too, because a web page elsewhere may have its name lead to this machine, and a tunnel may bring anyone here.
    private static bool IsOfThisMachine(HttpRequest request) =>
        request.HttpContext.Connection.RemoteIpAddress is { } address && System.Net.IPAddress.IsLoopback(address)
        && (request.Host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (System.Net.IPAddress.TryParse(request.Host.Host.Trim('[', ']'), out var host) && System.Net.IPAddress.IsLoopback(host)));

    // Hashes have one length, so comparing them tells nothing of the key's.
    private static byte[]? Hash(string? key) => string.IsNullOrWhiteSpace(key) || KeyVaultReference.IsUnresolved(key) ? null : SHA256.HashData(Encoding.UTF8.GetBytes(key.Trim()));
}
