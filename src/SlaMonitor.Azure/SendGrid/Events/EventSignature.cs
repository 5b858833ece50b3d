using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace SlaMonitor.Azure.SendGrid.Events;

/// <summary>
/// Checks the signature of the Event Webhook: ECDSA with SHA-256 over the time header and the raw bytes of the body. The official client's
/// own check wants the body as text, which not every sequence of bytes is.
/// </summary>
public sealed class EventSignature(IOptions<EventWebhookOptions> options, TimeProvider time)
{
    /// <summary>The header that holds the signature: DER in base64.</summary>
    public const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";

    /// <summary>The header that holds the time of signing: Unix seconds.</summary>
    public const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    /// <summary>Looks at a request.</summary>
    /// <param name="signature">The value of <see cref="SignatureHeader"/>.</param>
    /// <param name="timestamp">The value of <see cref="TimestampHeader"/>.</param>
    /// <param name="body">The body as it came, byte for byte.</param>
    public SignatureCheck Check(string? signature, string? timestamp, ReadOnlySpan<byte> body)
    {
        if (options.Value.PublicKey is not { Length: > 0 } publicKey) return SignatureCheck.NoKey;
        if (!TryDecode(signature, out var signed) || !TryReadTime(timestamp, out var at)) return SignatureCheck.Missing;

        byte[] content = [.. Encoding.UTF8.GetBytes(timestamp!), .. body];
        using var key = EventWebhookOptions.Read(publicKey);
        if (!key.VerifyData(content, signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)) return SignatureCheck.Wrong;

        return (time.GetUtcNow() - at).Duration() <= options.Value.Tolerance ? SignatureCheck.Valid : SignatureCheck.OutOfTime;
    }

    private static bool TryDecode(string? signature, out byte[] decoded)
    {
        decoded = new byte[signature?.Length ?? 0];
        if (string.IsNullOrEmpty(signature) || !Convert.TryFromBase64String(signature, decoded, out var length)) return false;

        decoded = decoded[..length];
        return true;
    }

    private static bool TryReadTime(string? timestamp, out DateTimeOffset at)
    {
        var isTime = long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds();
        at = isTime ? DateTimeOffset.FromUnixTimeSeconds(seconds) : default;
        return isTime;
    }
}
