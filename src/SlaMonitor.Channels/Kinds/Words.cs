using SlaMonitor.Mails.Languages;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Channels.Kinds;

/// <summary>The words of a message's reader.</summary>
internal static class Words
{
    public static Labels Of(ChannelMessage message) => Wording.For(message.Mail.Language).Labels;
}
