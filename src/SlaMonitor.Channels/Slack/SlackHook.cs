using System.Net.Http.Json;
using SlaMonitor.Monitoring.Egress;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Channels.Slack;

/// <summary>A channel of Slack by an incoming webhook. It answers by its status: 404 or 410 where it is gone.</summary>
internal sealed class SlackHook(string name, Uri address, EgressClient egress) : IChannel
{
    public string Name => name;

    public string Kind => "slack";

    public async Task<SendOutcome> SendAsync(ChannelMessage message, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(SlackMessage.Of(message)) };
        return (await egress.SendAsync(request, cancellationToken)).ToOutcome(message.Mail.NotificationId);
    }
}
