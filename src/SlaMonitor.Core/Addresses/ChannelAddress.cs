namespace SlaMonitor.Core.Addresses;

/// <summary>
/// Where a channel is told: what it is and the name of its connection, as <c>slack:ops</c>. It stands wherever a mail address may stand,
/// and is never one: it has no <c>@</c>.
/// </summary>
/// <param name="Kind">What it is: one of <see cref="Kinds"/>.</param>
/// <param name="Name">The name of its connection in the settings.</param>
public sealed record ChannelAddress(string Kind, string Name)
{
    /// <summary>What a channel can be.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["slack", "teams", "pagerduty", "ntfy", "gotify", "sms", "webhook"];

    /// <summary>Whether it is a machine, which takes each thing for itself: nothing is gained by telling it several at once.</summary>
    public bool IsMachine => Kind is "pagerduty" or "webhook";

    /// <summary>
    /// Whether it is told how a promise goes on that it was told of: taken, ended. A text message costs, and cannot be taken back.
    /// </summary>
    public bool Follows => Kind != "sms";

    /// <summary>Whether an address is a channel's.</summary>
    public static bool Is(string address) => TryParse(address) is not null;

    /// <summary>Reads an address; <c>null</c> where it is none of a channel.</summary>
    public static ChannelAddress? TryParse(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var colon = address.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && colon < address.Length - 1 && !address.Contains('@', StringComparison.Ordinal)
            && Kinds.Contains(address[..colon], StringComparer.Ordinal)
                ? new ChannelAddress(address[..colon], address[(colon + 1)..])
                : null;
    }

    /// <inheritdoc />
    public override string ToString() => $"{Kind}:{Name}";
}
