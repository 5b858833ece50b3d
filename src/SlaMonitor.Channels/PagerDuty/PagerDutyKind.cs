using SlaMonitor.Channels.Kinds;
using SlaMonitor.Monitoring.Egress;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Channels.PagerDuty;

/// <summary>A service of PagerDuty, by its Events API v2. Each clock is an alert of its own.</summary>
internal sealed class PagerDutyKind : ChannelKind
{
    internal const string Service = "https://events.pagerduty.com";

    public override string Name => "pagerduty";

    public override IReadOnlyList<string> Needs => [nameof(ChannelOptions.Token)];

    public override IReadOnlyList<string> Takes => [nameof(ChannelOptions.Url)];

    public override IChannel Open(string name, ChannelOptions options, EgressClient egress) => new PagerDutyChannel(name, options, egress);
}
