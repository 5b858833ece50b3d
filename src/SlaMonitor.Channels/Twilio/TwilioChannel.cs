using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SlaMonitor.Channels.Kinds;
using SlaMonitor.Monitoring.Egress;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Channels.Twilio;

/// <summary>A phone, by text message.</summary>
internal sealed class TwilioChannel(string name, ChannelOptions options, EgressClient egress) : IChannel
{
    /// <summary>Four messages of seventy characters, as phones write what is not plain Latin: a text message costs by its length.</summary>
    private const int LongestText = 268;

    private readonly Uri _messages = new(
        $"{(options.Url ?? TwilioKind.Service).TrimEnd('/')}/2010-04-01/Accounts/{options.User}/Messages.json");

    public string Name => name;

    public string Kind => "sms";

    public async Task<SendOutcome> SendAsync(ChannelMessage message, CancellationToken cancellationToken)
    {
        var link = Links.Of(message) is var links ? links.Take ?? links.Ticket : null;
        var end = link is null || link.AbsoluteUri.Length > LongestText ? string.Empty : $"\n{link.AbsoluteUri}";
        var request = new HttpRequestMessage(HttpMethod.Post, _messages)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["To"] = options.To!,
                ["From"] = options.From!,
                ["Body"] = ShortText.Cut(message.Mail.Subject, LongestText) + end,
            }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.User}:{options.Token}")));
        var answer = await egress.SendAsync(request, cancellationToken);
        return answer is EgressAnswer.Answered { Status: HttpStatusCode.Created or HttpStatusCode.OK, Body: var body }
            ? new SendOutcome.Accepted(SidOf(body) ?? message.Mail.NotificationId)
            : answer.ToOutcome(message.Mail.NotificationId);
    }

    private static string? SidOf(string body)
    {
        try
        {
            using var read = JsonDocument.Parse(body);
            return read.RootElement.TryGetProperty("sid", out var sid) ? sid.GetString() : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null; // the message is out: what it is called there is of little use
        }
    }
}
