using System.Globalization;
using System.Net;

namespace SlaMonitor.Local.Hosting.Settings;

/// <summary>An address to listen on, from <c>--port</c> or <c>--urls</c>.</summary>
internal static class ListenAddress
{
    private const string DefaultPort = "7071"; // that of func start

    public static IReadOnlyList<Uri> Parse(string? urls, string? port, List<string> problems)
    {
        if (urls is not null)
        {
            return [.. urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(url => ParseUrl(url, problems)).OfType<Uri>()];
        }


        if (ushort.TryParse(port ?? DefaultPort, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return [new Uri($"http://{(number == 0 ? "127.0.0.1" : "localhost")}:{number}")]; // a free port can be had of one address only
        problems.Add($"error: --port (setting Local__Port) is '{port}'; it must be a number from 0 to 65535");
        return [];
    }

    public static bool IsLoopback(Uri url) => url.Host is "localhost" || (Address(url) is { } address && IPAddress.IsLoopback(address));

    /// <summary>The IP address of a URL whose host is one, else null.</summary>
    public static IPAddress? Address(Uri url) => IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) ? address : null;

    private static Uri? ParseUrl(string text, List<string> problems)
    {
        var anyHost = text.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal);
        if (Uri.TryCreate(anyHost, UriKind.Absolute, out var url)
            && url.Scheme is "http" && url.AbsolutePath is "/"
            && (url.Host is "localhost" ? url.Port != 0 : Address(url) is not null))
        {
            return url;
        }

        problems.Add(
            $"error: --urls (setting Local__Urls) has '{text}'; an address must be http://, then localhost or an IP address, then a port. "
            + "For https, put a reverse proxy before it");
        return null;
    }
}
