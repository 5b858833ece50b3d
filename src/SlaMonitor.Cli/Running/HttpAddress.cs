namespace SlaMonitor.Cli.Running;

/// <summary>An address that can be asked by HTTP, and whether a key may be sent to it.</summary>
internal static class HttpAddress
{
    /// <summary>The header that a key is sent in.</summary>
    public const string KeyHeader = "x-functions-key";

    /// <summary>Reads it; paths are added behind it.</summary>
    /// <returns>The address, or <c>null</c> where the text is none.</returns>
    public static Uri? Read(string text) =>
        Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;

    /// <summary>Whether nobody on the way sees the key: the address is encrypted, or on this machine.</summary>
    public static bool MayGetKey(Uri url) => url.Scheme == Uri.UriSchemeHttps || url.IsLoopback;
}
