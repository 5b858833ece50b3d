using SlaMonitor.Core.Clocks;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Channels.Kinds;

/// <summary>Judges how pressing a message is.</summary>
internal static class Pressure
{
    public static Pressing Of(ChannelMessage message) =>
        message.Contents is { } contents ? contents.Items.Max(Of) : message.Mail.IsImportant ? Pressing.AtRisk : Pressing.Nothing;

    public static Pressing Of(MailItem item) => item.Kind switch
    {
        MailItemKind.AllClear or MailItemKind.Update or MailItemKind.Notice => Pressing.Nothing,
        _ when item.Explanation.State is ClockState.Breached || item.Kind == MailItemKind.Breach => Pressing.Broken,
        _ when item.Explanation.State is ClockState.Met or ClockState.Cancelled => Pressing.Nothing,
        _ => Pressing.AtRisk,
    };
}
