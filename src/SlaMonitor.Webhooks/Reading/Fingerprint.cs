using System.Security.Cryptography;
using System.Text;

namespace SlaMonitor.Webhooks.Reading;

/// <summary>
/// An id for what has none: 128 bits of the hash of what was sent. The same bytes are the same event, however often they come.
/// </summary>
internal static class Fingerprint
{
    public static string Of(ReadOnlySpan<byte> body, string? salt = null)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        if (salt is not null) SHA256.HashData([.. hash, .. Encoding.UTF8.GetBytes(salt)], hash);
        return Convert.ToHexStringLower(hash[..16]);
    }
}
