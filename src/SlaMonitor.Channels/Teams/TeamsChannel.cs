using System.Net.Http.Json;
using SlaMonitor.Channels.Cards;
using SlaMonitor.Monitoring.Egress;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Channels.Teams;

/// <summary>A channel of Microsoft Teams. A workflow answers 202 when it has taken the card.</summary>
internal sealed class TeamsChannel(string name, Uri address, EgressClient egress) : IChannel
{
    public string Name => name;

    public string Kind => "teams";

    public async Task<SendOutcome> SendAsync(ChannelMessage message, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = JsonContent.Create(AdaptiveCard.Of(CardComposer.Of(message), message.Mail.Language)),
        };
        return (await egress.SendAsync(request, cancellationToken)).ToOutcome(message.Mail.NotificationId);
    }
}
