using System.Security.Cryptography;
using System.Text;
using SlaMonitor.Webhooks.Reading;

namespace SlaMonitor.Webhooks.Signing;

/// <summary>
/// For helpdesks that cannot sign: the secret itself, in a header that an administrator added. It proves who calls, not what was sent.
/// </summary>
internal static class SecretHeader
{
    public static Verdict Verify(WebhookRequest request, Keyring keyring)
    {
        if (request.Header(keyring.SecretHeader!) is not { Length: > 0 } given) return Verdict.Missing;

        // Hashes have one length, so comparing them tells nothing of the secret's.
        Span<byte> theirs = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> ours = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(given), theirs);
        var matches = false;
        foreach (var key in keyring.Keys)
        {
            SHA256.HashData(key, ours);
            matches |= CryptographicOperations.FixedTimeEquals(ours, theirs);
        }

        return matches ? Verdict.Genuine : Verdict.Wrong;
    }
}
