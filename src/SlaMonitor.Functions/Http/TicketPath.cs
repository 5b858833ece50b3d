namespace SlaMonitor.Functions.Http;

/// <summary>The id of a ticket at the end of a path.</summary>
internal static class TicketPath
{
    private const string EscapedSlash = "%2F";

    /// <summary>
    /// Which tickets may be meant, in the order in which to look. Hosts undo every escape of a path but that of a slash, so that
    /// <c>a%2Fb</c> may be the ticket <c>a/b</c>, and may be one that has <c>%2F</c> in its id.
    /// </summary>
    /// <param name="route">The rest of the path, as the host gives it; <c>null</c> where there is none.</param>
    public static IReadOnlyList<string> IdsOf(string? route)
    {
        if (string.IsNullOrEmpty(route)) return [];

        return route.Contains(EscapedSlash, StringComparison.OrdinalIgnoreCase) ? [route, Unescaped(route)] : [route];
    }

    /// <summary>The id as whoever asked most likely means it.</summary>
    public static string Unescaped(string? route) =>
        route?.Replace(EscapedSlash, "/", StringComparison.OrdinalIgnoreCase) ?? string.Empty;
}
