using SlaMonitor.Monitoring.Egress;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Channels.Kinds;

/// <summary>A vendor or protocol that people can be told by.</summary>
internal abstract class ChannelKind
{
    /// <summary>What the settings and agreements call it.</summary>
    public abstract string Name { get; }

    /// <summary>The settings that it needs besides <see cref="ChannelOptions.Kind"/>, by their names.</summary>
    public abstract IReadOnlyList<string> Needs { get; }

    /// <summary>The settings that it has a use for, and can do without.</summary>
    public virtual IReadOnlyList<string> Takes => [];

    /// <summary>What is wrong with settings that are all there, a sentence each, which begins with the setting and has no secret.</summary>
    public virtual IEnumerable<string> Mistakes(ChannelOptions options) => [];

    /// <summary>The channel of a connection whose settings are good.</summary>
    public abstract IChannel Open(string name, ChannelOptions options, EgressClient egress);
}
