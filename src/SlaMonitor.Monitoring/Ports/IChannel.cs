namespace SlaMonitor.Monitoring.Ports;

/// <summary>A way to tell people that is no mail: a chat, a pager, a phone, or another program.</summary>
public interface IChannel
{
    /// <summary>The name of its connection in the settings, by which an agreement names it too.</summary>
    string Name { get; }

    /// <summary>What it is, as the settings and agreements write it: <c>slack</c>, <c>teams</c>, <c>pagerduty</c>.</summary>
    string Kind { get; }

    /// <summary>Tells something. Outcomes are values; only a bug throws.</summary>
    Task<SendOutcome> SendAsync(ChannelMessage message, CancellationToken cancellationToken);
}
