using SlaMonitor.Channels.Kinds;
using SlaMonitor.Monitoring.Egress;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Channels.Webhook;

/// <summary>Another program, by a webhook that is signed as Standard Webhooks 1.0.0 says and carries CloudEvents 1.0.</summary>
internal sealed class WebhookKind : ChannelKind
{
    private const string Prefix = "whsec_";
    private const int ShortestKey = 24;
    private const int LongestKey = 64;

    public override string Name => "webhook";

    public override IReadOnlyList<string> Needs => [nameof(ChannelOptions.Url), nameof(ChannelOptions.Token)];

    public override IEnumerable<string> Mistakes(ChannelOptions options)
    {
        if (KeyOf(options.Token!) is null && !Monitoring.Secrets.KeyVaultReference.IsUnresolved(options.Token))
        {
            yield return $"{nameof(options.Token)}: the secret is {Prefix} and {ShortestKey} to {LongestKey} bytes in Base64, as Standard "
                + $"Webhooks has it: {Prefix}$(openssl rand -base64 32).";
        }
    }

    public override IChannel Open(string name, ChannelOptions options, EgressClient egress) =>
        new WebhookChannel(name, new Uri(options.Url!), KeyOf(options.Token!)!, egress);

    private static byte[]? KeyOf(string token)
    {
        var key = new byte[LongestKey + 2];
        return token.StartsWith(Prefix, StringComparison.Ordinal)
            && Convert.TryFromBase64String(token[Prefix.Length..], key, out var length) && length is >= ShortestKey and <= LongestKey
                ? key[..length]
                : null;
    }
}
