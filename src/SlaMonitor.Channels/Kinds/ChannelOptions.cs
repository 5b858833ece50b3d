namespace SlaMonitor.Channels.Kinds;

/// <summary>One connection, as it is configured: <c>Channels:{name}</c>. Which of the settings it needs, its kind says.</summary>
public sealed class ChannelOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Channels";

    /// <summary>What it is, one of <see cref="Core.Addresses.ChannelAddress.Kinds"/>: <c>slack</c>, <c>pagerduty</c>.</summary>
    public string? Kind { get; set; }

    /// <summary>Where to send. A webhook's address is a secret by itself.</summary>
    public string? Url { get; set; }

    /// <summary>The secret that opens it, or that signs what is sent.</summary>
    public string? Token { get; set; }

    /// <summary>Whose account it is, for a kind that asks for that: Twilio's account SID.</summary>
    public string? User { get; set; }

    /// <summary>To whom: the channel of Slack (with a bot's token), the topic of ntfy, the phone number.</summary>
    public string? To { get; set; }

    /// <summary>From whom: the phone number that Twilio sends from.</summary>
    public string? From { get; set; }
}
