using Microsoft.Extensions.Options;
using SlaMonitor.Channels.Kinds;
using SlaMonitor.Core.Addresses;
using SlaMonitor.Monitoring.Egress;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Secrets;

namespace SlaMonitor.Channels;

/// <summary>The channels of the settings. One whose secret has not come is not there: the health says so.</summary>
internal sealed class ChannelBook : IChannels
{
    public ChannelBook(IOptions<Dictionary<string, ChannelOptions>> options, IEnumerable<ChannelKind> kinds, EgressClient egress)
    {
        var byName = kinds.ToDictionary(kind => kind.Name, StringComparer.Ordinal);
        All =
        [
            .. options.Value
                .Where(one => !KeyVaultReference.IsUnresolved(one.Value.Token) && !KeyVaultReference.IsUnresolved(one.Value.Url))
                .OrderBy(one => one.Key, StringComparer.Ordinal)
                .Select(one => byName[one.Value.Kind!].Open(one.Key, one.Value, egress)),
        ];
    }

    public IReadOnlyList<IChannel> All { get; }

    public IChannel? Find(string address) => ChannelAddress.TryParse(address) is { } told
        ? All.FirstOrDefault(one => one.Kind == told.Kind && string.Equals(one.Name, told.Name, StringComparison.OrdinalIgnoreCase))
        : null;
}
