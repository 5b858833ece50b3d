using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Monitoring.Access;

namespace SlaMonitor.Local.Hosting.Http;

/// <summary>
/// Refuses what a page of another site sends to an address that changes something. Without a key, requests of this machine are trusted, and
/// a browser on this machine sends what any page tells it to. Browsers say where a request comes from; programs say nothing, and pass.
/// </summary>
internal sealed class CrossSiteGuard(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) =>
        IsGuarded(context) && IsOfAnotherSite(context.Request) ? Problem.OfAnotherSite().ExecuteAsync(context) : next(context);

    /// <summary>What asks for no key is open to pages too: the button of an acknowledge link, the webhooks, which are signed.</summary>
    private static bool IsGuarded(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<RequiredLevel>()?.Level != AuthorizationLevel.Anonymous
        && !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method);

    private static bool IsOfAnotherSite(HttpRequest request) => OtherSites.Sent(
        request.Headers[OtherSites.SiteHeader].FirstOrDefault(), request.Headers.Origin.FirstOrDefault(), request.Host.Value);
}
