using NodaTime;

namespace SlaMonitor.Webhooks.Signing;

/// <summary>
/// How long what was signed may be under way. Looked at after the signature, so that a stranger learns nothing of our clock.
/// </summary>
internal static class ReplayWindow
{
    /// <param name="stamped">When the sender says it signed; <c>null</c> where that cannot be read.</param>
    /// <param name="keyring">Says how long the window is.</param>
    /// <param name="now">The present.</param>
    public static Verdict Check(Instant? stamped, Keyring keyring, Instant now) =>
        stamped is { } at && at >= now - keyring.ReplayWindow && at <= now + keyring.ReplayWindow ? Verdict.Genuine : Verdict.Stale;

    /// <summary>Seconds since 1970, as senders stamp them.</summary>
    public static Instant? Seconds(string text) =>
        long.TryParse(text, System.Globalization.NumberStyles.None, null, out var seconds) && seconds <= 253402300799
            ? Instant.FromUnixTimeSeconds(seconds)
            : null;
}
