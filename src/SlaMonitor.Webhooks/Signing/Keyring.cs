using NodaTime;

namespace SlaMonitor.Webhooks.Signing;

/// <summary>What a connection checks senders by.</summary>
public sealed record Keyring
{
    /// <summary>The keys that are taken. Without any, nothing is genuine.</summary>
    internal IReadOnlyList<byte[]> Keys { get; init; } = [];

    /// <summary>The header of the secret, for a helpdesk that cannot sign.</summary>
    internal string? SecretHeader { get; init; }

    /// <summary>The address to which the helpdesk sends, as it knows it, where it signs that too.</summary>
    internal string? Address { get; init; }

    /// <summary>How far the time that was signed may lie from ours.</summary>
    internal Duration ReplayWindow { get; init; }
}
