using System.Text.Json.Nodes;
using SlaMonitor.Channels.Cards;
using SlaMonitor.Channels.Kinds;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Channels.Slack;

/// <summary>What is posted to Slack.</summary>
internal static class SlackMessage
{
    /// <summary>Of the text that phones and screen readers show instead of the blocks.</summary>
    public const int LongestFallback = 3000;

    public static JsonObject Of(ChannelMessage message) => new()
    {
        ["text"] = Escaped(ShortText.Cut(message.Mail.Subject, LongestFallback)),
        ["blocks"] = SlackBlocks.Of(CardComposer.Of(message)),
        ["mrkdwn"] = false,
        ["parse"] = "none",
        ["link_names"] = false,
        ["unfurl_links"] = false,
        ["unfurl_media"] = false,
    };

    /// <summary>The three characters that are markup to Slack in every text: without them, nobody is mentioned.</summary>
    private static string Escaped(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}
