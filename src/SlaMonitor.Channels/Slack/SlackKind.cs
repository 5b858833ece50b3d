using Microsoft.Extensions.Logging;
using SlaMonitor.Channels.Kinds;
using SlaMonitor.Monitoring.Egress;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Channels.Slack;

/// <summary>A channel of Slack: by an incoming webhook, or by a bot, which keeps all of a ticket in one thread.</summary>
internal sealed class SlackKind(IMonitorNotes notes, TimeProvider time, ILogger<SlackKind> logger) : ChannelKind
{
    internal const string Service = "https://slack.com/api";

    public override string Name => "slack";

    public override IReadOnlyList<string> Needs => [];

    public override IReadOnlyList<string> Takes => [nameof(ChannelOptions.Url), nameof(ChannelOptions.Token), nameof(ChannelOptions.To)];

    public override IEnumerable<string> Mistakes(ChannelOptions options)
    {
        if (IsBot(options) && string.IsNullOrWhiteSpace(options.To))
            yield return $"{nameof(options.To)} is missing: with a bot's token it says which channel, as C0123456789.";
        if (!IsBot(options) && string.IsNullOrWhiteSpace(options.Url))
        {
            yield return $"{nameof(options.Url)} is missing: the address of an incoming webhook; or a bot's {nameof(options.Token)} and "
                + $"{nameof(options.To)}.";
        }
    }

    public override IChannel Open(string name, ChannelOptions options, EgressClient egress) => IsBot(options)
        ? new SlackBot(name, options, egress, new SlackThreads($"{name} {options.To}", notes, time, logger))
        : new SlackHook(name, new Uri(options.Url!), egress);

    private static bool IsBot(ChannelOptions options) => !string.IsNullOrWhiteSpace(options.Token);
}
