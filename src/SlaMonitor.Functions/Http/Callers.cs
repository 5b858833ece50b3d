using Microsoft.AspNetCore.Http;
using SlaMonitor.Monitoring.Secrets;

namespace SlaMonitor.Functions.Http;

/// <summary>
/// Takes a caller out of the web framework, for an address that helpdesks may call without a key and administrators only with one. A host
/// checks keys for whole functions, by their level; so here the door asks, the same under both hosts.
/// </summary>
internal static class Callers
{
    /// <summary>Whether the caller has the admin key.</summary>
    public static bool IsFromAdmin(this HttpRequest request, AccessKeys keys) => keys.LetPassAsAdmin(CallerOf(request));

    /// <summary>Whether the caller has any of the monitor's own keys.</summary>
    public static bool HasKey(this HttpRequest request, AccessKeys keys) => keys.LetPass(CallerOf(request));

    /// <summary>Who calls.</summary>
    public static Caller CallerOf(this HttpRequest request) => new(
        request.Headers[AccessKeys.Header].FirstOrDefault(), request.Query[AccessKeys.Query].FirstOrDefault(),
        request.HttpContext.Connection.RemoteIpAddress, request.Host.Host);
}
