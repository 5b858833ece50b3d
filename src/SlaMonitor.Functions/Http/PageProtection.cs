using Microsoft.AspNetCore.Http;

namespace SlaMonitor.Functions.Http;

/// <summary>Keeps an answer out of all memories, its address to itself, and its page from running or loading what it need not.</summary>
internal static class PageProtection
{
    /// <summary>For pages behind links: all of them is in their one document.</summary>
    private const string OfLinks =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>For the board, which has a style sheet and a script of its own.</summary>
    private const string OfBoard =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Protects what is answered to a link.</summary>
    public static void ProtectLink(this HttpRequest request) => Protect(request, OfLinks, "no-referrer");

    /// <summary>Protects a page of the board. Its forms are told apart from those of other sites by where they come from.</summary>
    public static void ProtectBoard(this HttpRequest request) => Protect(request, OfBoard, "same-origin");

    /// <summary>Protects a badge, which the sites of the settings may show inside their pages.</summary>
    /// <param name="request">The request.</param>
    /// <param name="sites">The sites, as the policy writes them.</param>
    public static void ProtectBadge(this HttpRequest request, string sites) => Protect(
        request,
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; "
            + $"frame-ancestors {sites}",
        "no-referrer");

    private static void Protect(HttpRequest request, string policy, string referrer)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = referrer;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = policy;
    }
}
