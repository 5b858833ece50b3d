using SlaMonitor.Channels.Kinds;
using SlaMonitor.Monitoring.Egress;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Channels.Gotify;

/// <summary>Gotify: a push server of one's own (gotify.net, “Push messages”).</summary>
internal sealed class GotifyKind : ChannelKind
{
    public override string Name => "gotify";

    public override IReadOnlyList<string> Needs => [nameof(ChannelOptions.Url), nameof(ChannelOptions.Token)];

    public override IChannel Open(string name, ChannelOptions options, EgressClient egress) => new GotifyChannel(name, options, egress);
}
