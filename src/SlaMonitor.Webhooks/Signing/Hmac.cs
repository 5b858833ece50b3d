using System.Security.Cryptography;
using System.Text;

namespace SlaMonitor.Webhooks.Signing;

/// <summary>
/// Compares keyed hashes in constant time. The texts are compared, not what they decode to: many texts decode to the same bytes, and a
/// signature of which a letter was changed is not the one that the sender wrote.
/// </summary>
internal static class Hmac
{
    private const int LongestText = 96;

    /// <summary>A signature that names its algorithm before it, as <c>sha256=…</c>: what GitHub, Jira, Zammad and others send.</summary>
    /// <param name="keyring">The secrets; any of them will do.</param>
    /// <param name="algorithm">SHA-256, or the SHA-1 of Zammad and Intercom: as a keyed hash it is not broken.</param>
    /// <param name="given">What was sent.</param>
    /// <param name="first">What was signed.</param>
    /// <param name="then">What was signed after it, if anything.</param>
    public static bool IsTagged(
        Keyring keyring, HashAlgorithmName algorithm, string given, ReadOnlySpan<byte> first, ReadOnlySpan<byte> then = default)
    {
        var tag = $"{algorithm.Name!.ToLowerInvariant()}=";
        return given.StartsWith(tag, StringComparison.Ordinal)
            && Any(keyring, algorithm, given.AsSpan(tag.Length), asBase64: false, first, then);
    }

    /// <summary>HMAC-SHA256 in small hexadecimal digits, by any of the connection's secrets.</summary>
    public static bool IsSha256Hex(
        Keyring keyring, ReadOnlySpan<char> given, ReadOnlySpan<byte> first, ReadOnlySpan<byte> then = default) =>
        Any(keyring, HashAlgorithmName.SHA256, given, asBase64: false, first, then);

    /// <summary>HMAC-SHA256 in Base64, by any of the connection's secrets.</summary>
    public static bool IsSha256Base64(
        Keyring keyring, ReadOnlySpan<char> given, ReadOnlySpan<byte> first, ReadOnlySpan<byte> then = default,
        ReadOnlySpan<byte> last = default) =>
        Any(keyring, HashAlgorithmName.SHA256, given, asBase64: true, first, then, last);

    /// <summary>HMAC-SHA256 of a text in small hexadecimal digits, by the connection's first secret.</summary>
    public static string Sha256Hex(Keyring keyring, string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(keyring.Keys[0], Encoding.UTF8.GetBytes(text)));

    private static bool Any(
        Keyring keyring, HashAlgorithmName algorithm, ReadOnlySpan<char> given, bool asBase64, ReadOnlySpan<byte> first,
        ReadOnlySpan<byte> then, ReadOnlySpan<byte> last = default)
    {
        Span<byte> theirs = stackalloc byte[LongestText];
        if (given.Length > LongestText || !Encoding.ASCII.TryGetBytes(given, theirs, out var length)) return false;

        theirs = theirs[..length];
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Span<byte> ours = stackalloc byte[LongestText];
        var matches = false;
        foreach (var key in keyring.Keys)
        {
            using var hmac = IncrementalHash.CreateHMAC(algorithm, key);
            hmac.AppendData(first);
            hmac.AppendData(then);
            hmac.AppendData(last);
            var hashed = hmac.GetHashAndReset(hash);
            matches |= CryptographicOperations.FixedTimeEquals(ours[..Write(hash[..hashed], asBase64, ours)], theirs);
        }

        return matches;
    }

    private static int Write(ReadOnlySpan<byte> hash, bool asBase64, Span<byte> text)
    {
        int written;
        if (asBase64) System.Buffers.Text.Base64.EncodeToUtf8(hash, text, out _, out written);
        else Convert.TryToHexStringLower(hash, text, out written);
        return written;
    }
}
