using SlaMonitor.Cli.Doctor.Findings;
using SlaMonitor.Cli.Running;

namespace SlaMonitor.Cli.Doctor.Azure;

/// <summary>An address that a key may be sent to: encrypted, or on this machine.</summary>
internal static class SafeAddress
{
    /// <summary>Reads it.</summary>
    /// <exception cref="CheckException">It is no such address.</exception>
    public static Uri Of(string text, string key) =>
        HttpAddress.Read(text) is { } url && HttpAddress.MayGetKey(url)
            ? url
            : throw new CheckException($"'{text}' is no https address, and would get {key} in the clear", "name an https address");
}
