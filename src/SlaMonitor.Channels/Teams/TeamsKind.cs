using SlaMonitor.Channels.Kinds;
using SlaMonitor.Monitoring.Egress;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Channels.Teams;

/// <summary>
/// A channel of Microsoft Teams, by the webhook of a workflow, which posts to the channel what it gets. The connectors of Office 365, which
/// Teams had before, are retired.
/// </summary>
internal sealed class TeamsKind : ChannelKind
{
    public override string Name => "teams";

    public override IReadOnlyList<string> Needs => [nameof(ChannelOptions.Url)];

    public override IChannel Open(string name, ChannelOptions options, EgressClient egress) =>
        new TeamsChannel(name, new Uri(options.Url!), egress);
}
