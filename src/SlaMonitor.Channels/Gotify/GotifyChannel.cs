using System.Net.Http.Json;
using SlaMonitor.Channels.Kinds;
using SlaMonitor.Monitoring.Egress;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Channels.Gotify;

/// <summary>An application of a Gotify server.</summary>
internal sealed class GotifyChannel(string name, ChannelOptions options, EgressClient egress) : IChannel
{
    private const int LongestText = 4096;
    private const int Loud = 8;
    private const int Shown = 5;
    private const int Quiet = 2;

    private readonly Uri _messages = new($"{options.Url!.TrimEnd('/')}/message");

    public string Name => name;

    public string Kind => "gotify";

    public async Task<SendOutcome> SendAsync(ChannelMessage message, CancellationToken cancellationToken)
    {
        var links = Links.Of(message);
        var request = new HttpRequestMessage(HttpMethod.Post, _messages)
        {
            Content = JsonContent.Create(new
            {
                title = message.Mail.Subject,
                message = ShortText.Cut(ShortText.WithLinks(message), LongestText),
                priority = PriorityOf(message),
                extras = (links.Take ?? links.Ticket) is { } click
                    ? new Dictionary<string, object>(StringComparer.Ordinal)
                    {
                        ["client::display"] = new { contentType = "text/plain" },
                        ["client::notification"] = new { click = new { url = click.AbsoluteUri } },
                    }
                    : null,
            }),
        };
        request.Headers.Add("X-Gotify-Key", options.Token);
        return (await egress.SendAsync(request, cancellationToken)).ToOutcome(message.Mail.NotificationId);
    }

    private static int PriorityOf(ChannelMessage message) => Pressure.Of(message) switch
    {
        Pressing.Broken => Loud,
        Pressing.AtRisk => Shown,
        _ => Quiet,
    };
}
