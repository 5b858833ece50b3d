using System.Text;
using NodaTime;
using SlaMonitor.Webhooks.Kinds;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Signing;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.StandardWebhooks;

/// <summary>Anything else: CloudEvents, or the plain events of Standard Webhooks 1.0.0, signed as the latter says.</summary>
internal sealed class StandardWebhooksKind : HelpdeskKind
{
    private const string SecretPrefix = "whsec_";
    private const string Version = "v1,";
    private const int MostSignatures = 10;

    /// <inheritdoc />
    public override string Name => "standard-webhooks";

    internal override Traits Traits { get; } = new() { ReplayWindow = Duration.FromMinutes(5) };

    internal override bool NeedsBody => false;

    /// <inheritdoc />
    public override Verdict Verify(WebhookRequest request, Keyring keyring, Instant now)
    {
        if (request.Header("webhook-id") is not { } id
            || request.Header("webhook-timestamp") is not { } stamp
            || request.Header("webhook-signature") is not { } signatures)
        {
            return Verdict.Missing;
        }

        // The sender signs with all its secrets while it changes them: any one that matches is enough.
        var head = Encoding.UTF8.GetBytes($"{id}.{stamp}.");
        var matches = false;
        foreach (var signature in signatures.Split(' ', MostSignatures))
        {
            matches |= signature.StartsWith(Version, StringComparison.Ordinal)
                && Hmac.IsSha256Base64(keyring, signature.AsSpan(Version.Length), head, request.Body.Span);
        }

        return matches ? ReplayWindow.Check(ReplayWindow.Seconds(stamp), keyring, now) : Verdict.Wrong;
    }

    internal override void Translate(Translator translator) => SignedEvents.Translate(translator);

    internal override byte[]? KeyOf(string secret, out string problem)
    {
        problem = $"is not of the form {SecretPrefix}…, which is the Base64 of 24 to 64 random bytes";
        if (!secret.StartsWith(SecretPrefix, StringComparison.Ordinal)) return null;

        // Base64 of other than the usual spelling decodes as well. A secret that was mistyped is not the secret.
        var text = secret[SecretPrefix.Length..];
        var key = new byte[secret.Length];
        return Convert.TryFromBase64String(text, key, out var length)
            && length is >= 24 and <= 64
            && Convert.ToBase64String(key, 0, length) == text
            ? key[..length]
            : null;
    }
}
