using System.Security.Cryptography;
using System.Text;
using SlaMonitor.Webhooks.Connections;

namespace SlaMonitor.Webhooks.Signing;

/// <summary>
/// Compares keyed hashes in constant time. The texts are compared, not what they decode to: many texts decode to the same bytes, and a
/// signature of which a letter was changed is not the one that the sender wrote.
/// </summary>
internal static class Hmac
{
    private const int LongestText = 96;

    /// <summary>HMAC-SHA256 in small hexadecimal digits, by any of the connection's secrets.</summary>
    public static bool IsSha256Hex(Connection connection, ReadOnlySpan<char> given, ReadOnlySpan<byte> first, ReadOnlySpan<byte> then = default) =>
        Any(connection, HashAlgorithmName.SHA256, given, asBase64: false, first, then);

    /// <summary>HMAC-SHA256 in Base64, by any of the connection's secrets.</summary>
    public static bool IsSha256Base64(Connection connection, ReadOnlySpan<char> given, ReadOnlySpan<byte> first, ReadOnlySpan<byte> then = default) =>
        Any(connection, HashAlgorithmName.SHA256, given, asBase64: true, first, then);

    /// <summary>HMAC-SHA1 in small hexadecimal digits: what Zammad signs with. As a keyed hash it is not broken.</summary>
    public static bool IsSha1Hex(Connection connection, ReadOnlySpan<char> given, ReadOnlySpan<byte> body) =>
        Any(connection, HashAlgorithmName.SHA1, given, asBase64: false, body, default);

    /// <summary>HMAC-SHA256 of a text in small hexadecimal digits, by the connection's first secret.</summary>
    public static string Sha256Hex(Connection connection, string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(connection.Keys[0], Encoding.UTF8.GetBytes(text)));

    private static bool Any(
        Connection connection, HashAlgorithmName algorithm, ReadOnlySpan<char> given, bool asBase64, ReadOnlySpan<byte> first, ReadOnlySpan<byte> then)
    {
        Span<byte> theirs = stackalloc byte[LongestText];
        if (given.Length > LongestText || !Encoding.ASCII.TryGetBytes(given, theirs, out var length)) return false;

        theirs = theirs[..length];
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Span<byte> ours = stackalloc byte[LongestText];
        var matches = false;
        foreach (var key in connection.Keys)
        {
            using var hmac = IncrementalHash.CreateHMAC(algorithm, key);
            hmac.AppendData(first);
            hmac.AppendData(then);
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
