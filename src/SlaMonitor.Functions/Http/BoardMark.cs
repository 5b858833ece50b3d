using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace SlaMonitor.Functions.Http;

/// <summary>Tells a page's script whether the page is still as the reader has it, and what the monitor's clock shows.</summary>
internal static class BoardMark
{
    private const string Now = "SlaMonitor-Now";

    /// <summary>Whether the reader has the page as it is. The answer says how it is marked, and when.</summary>
    /// <param name="request">The request.</param>
    /// <param name="mark">What tells the page as it is from another.</param>
    /// <param name="now">What the monitor's clock shows.</param>
    public static bool IsKnown(HttpRequest request, string mark, Instant now)
    {
        var headers = request.HttpContext.Response.Headers;
        headers[Now] = InstantPattern.ExtendedIso.Format(now);
        headers.ETag = $"\"{mark}\"";
        headers.CacheControl = "private, no-cache";
        return request.Headers.IfNoneMatch.ToString() == $"\"{mark}\"";
    }
}
