using SlaMonitor.Channels.Kinds;
using SlaMonitor.Monitoring.Egress;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Channels.Ntfy;

/// <summary>ntfy: phones without a vendor (docs.ntfy.sh, “Publish as JSON”).</summary>
internal sealed class NtfyKind : ChannelKind
{
    public override string Name => "ntfy";

    public override IReadOnlyList<string> Needs => [nameof(ChannelOptions.Url), nameof(ChannelOptions.To)];

    public override IReadOnlyList<string> Takes => [nameof(ChannelOptions.Token)];

    public override IChannel Open(string name, ChannelOptions options, EgressClient egress) => new NtfyChannel(name, options, egress);
}
