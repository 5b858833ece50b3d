using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Local.Hosting.Settings;

namespace SlaMonitor.Local.Hosting.Http;

/// <summary>
/// Who may call: the real host checks keys before the worker sees a request, so this host must too. The admin key opens everything; the
/// function key opens functions. With no key set, requests addressed to this machine need none, as under <c>func start</c>.
/// </summary>
internal sealed class FunctionKeys(RequestDelegate next, LocalHostSettings settings)
{
    private const string Header = "x-functions-key";
    private const string Query = "code";

    private readonly byte[]? _functionKey = Hash(settings.FunctionKey);
    private readonly byte[]? _adminKey = Hash(settings.AdminKey);

    public Task InvokeAsync(HttpContext context)
    {
        var level = context.GetEndpoint()?.Metadata.GetMetadata<RequiredLevel>()?.Level ?? AuthorizationLevel.Admin;
        if (level == AuthorizationLevel.Anonymous || MayPass(context.Request, level))
            return next(context);
        return Problem.Unauthorized(settings.HasKeys
            ? $"This address wants the {(level == AuthorizationLevel.Admin ? "admin" : "function")} key, in the header {Header} or as ?{Query}=."
            : "No key is set, so this address answers only requests to localhost. Set FunctionKey to have it answer others.").ExecuteAsync(context);
    }

    private bool MayPass(HttpRequest request, AuthorizationLevel level)
    {
        // The host name is checked because a web page elsewhere may have its name lead to this machine, and a tunnel may bring anyone here.
        if (!settings.HasKeys)
            return IsLocal(request.Host.Host);
        var given = Hash(request.Headers[Header].FirstOrDefault() ?? request.Query[Query].FirstOrDefault());
        return Same(given, _adminKey) || (level == AuthorizationLevel.Function && Same(given, _functionKey));
    }

    private static bool IsLocal(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    // Hashes have one length, so comparing them tells nothing of the key's.
    private static byte[]? Hash(string? key) => string.IsNullOrEmpty(key) ? null : SHA256.HashData(Encoding.UTF8.GetBytes(key));

    private static bool Same(byte[]? given, byte[]? key) =>
        given is not null && key is not null && CryptographicOperations.FixedTimeEquals(given, key);
}
