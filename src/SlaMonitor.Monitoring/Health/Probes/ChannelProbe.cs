using SlaMonitor.Core.Agreements;
using SlaMonitor.Monitoring.Health.Findings;
using SlaMonitor.Monitoring.Notification.WayOut;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Health.Probes;

/// <summary>
/// Whether people can be told by the channels that agreements name: that the settings connect each of them, and that each took what was
/// sent last. Whoever is to be told by one that does not is told by mail.
/// </summary>
internal sealed class ChannelProbe(IAgreementSource agreements, WaysOut ways) : IHealthProbe
{
    public string Name => "channels";

    public bool IsVital => false;

    public async Task<ProbeResult> LookAsync(CancellationToken cancellationToken)
    {
        var book = await agreements.GetTermsAsync(cancellationToken);
        return ProbeResult.DegradedWhere(
        [
            .. book.Agreements.SelectMany(history => Unconnected(history.Versions[^1])),
            .. ways.ClosedChannels.Select(closed =>
                $"Nothing has gone out by {closed.Address} since {closed.Closure.Since}; who does not hear by it within ten minutes "
                + $"is told by mail: {closed.Closure.Reason}"),
            .. ways.RefusedBy.Select(refused =>
                $"{refused.Address} took nothing at {refused.Refusal.At}, and will take nothing until that is mended: "
                + refused.Refusal.Reason),
        ]);
    }

    private IEnumerable<string> Unconnected(Agreement agreement) =>
        from contact in agreement.Contacts.Values
        from channel in contact.Channels
        where !ways.IsConnected(channel)
        select $"Contact {contact.Id} of {agreement.Id} is to be told by {channel}, and the settings connect no such channel: set "
            + $"Channels:{channel.Name}:Kind={channel.Kind} and what it needs (docs/channels.md).";
}
