namespace SlaMonitor.Monitoring.Access;

/// <summary>
/// Tells what a page of another site has a browser send. Where this machine needs no key, or the platform signs people in, the browser
/// alone would be believed.
/// </summary>
public static class OtherSites
{
    /// <summary>The header by which browsers say how the site that sends stands to ours.</summary>
    public const string SiteHeader = "Sec-Fetch-Site";

    /// <summary>Whether a request comes from another site. Browsers say where it comes from; programs say nothing, and pass.</summary>
    /// <param name="site">The header <see cref="SiteHeader"/>: the browser's own word, and right behind any proxy.</param>
    /// <param name="origin">The header <c>Origin</c>, for browsers that do not send the other.</param>
    /// <param name="host">The host that the request is addressed to, with its port.</param>
    public static bool Sent(string? site, string? origin, string? host) =>
        site is not null
            ? site is not ("same-origin" or "none")
            : origin is not null
                && !(Uri.TryCreate(origin, UriKind.Absolute, out var from)
                    && string.Equals(from.Authority, host, StringComparison.OrdinalIgnoreCase));
}
