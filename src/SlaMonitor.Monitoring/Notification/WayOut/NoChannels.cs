using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Notification.WayOut;

/// <summary>What a host without channels has.</summary>
internal sealed class NoChannels : IChannels
{
    public IReadOnlyList<IChannel> All => [];

    public IChannel? Find(string address) => null;
}
