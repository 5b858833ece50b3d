using SlaMonitor.Cli.Doctor.Findings;

namespace SlaMonitor.Cli.Doctor.Azure;

/// <summary>An address that a key may be sent to: encrypted, or on this machine.</summary>
internal static class SafeAddress
{
    /// <summary>Reads it.</summary>
    /// <exception cref="CheckException">It is no such address.</exception>
    public static Uri Of(string text, string key) =>
        Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
            ? url
            : throw new CheckException($"'{text}' is no https address, and would get {key} in the clear", "name an https address");
}
