namespace SlaMonitor.Monitoring.Ports;

/// <summary>The channels that the settings connect.</summary>
public interface IChannels
{
    /// <summary>All of them.</summary>
    IReadOnlyList<IChannel> All { get; }

    /// <summary>The channel of an address as <see cref="Core.Addresses.ChannelAddress"/> writes it; <c>null</c>: there is none.</summary>
    IChannel? Find(string address);
}
