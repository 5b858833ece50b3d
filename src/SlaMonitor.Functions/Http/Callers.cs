using Microsoft.AspNetCore.Http;
using SlaMonitor.Monitoring.Access;

namespace SlaMonitor.Functions.Http;

/// <summary>
/// Takes a caller out of the web framework, for an address that helpdesks may call without a key and administrators only with one. A host
/// checks keys for whole functions, by their level; so here the door asks, the same under both hosts.
/// </summary>
internal static class Callers
{
    /// <summary>Whether the caller has the admin key.</summary>
    public static bool IsFromAdmin(this HttpRequest request, AccessKeys keys) => keys.Allow(CallerOf(request), Role.Admin);

    /// <summary>Whether the caller has any of the monitor's own keys.</summary>
    public static bool HasKey(this HttpRequest request, AccessKeys keys) => keys.Find(CallerOf(request)) is not null;

    /// <summary>Whether a page of another site sent it, to change something (RFC 9110, 9.2.1).</summary>
    public static bool IsChangeByAnotherSite(this HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)
        && OtherSites.Sent(
            request.Headers[OtherSites.SiteHeader].FirstOrDefault(), request.Headers.Origin.FirstOrDefault(), request.Host.Value);

    /// <summary>Who calls.</summary>
    public static Caller CallerOf(this HttpRequest request) => new(
        request.Headers[AccessKeys.Header].FirstOrDefault(), request.Query[AccessKeys.Query].FirstOrDefault(),
        request.HttpContext.Connection.RemoteIpAddress, request.Host.Host);
}
