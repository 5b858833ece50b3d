using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using SlaMonitor.Channels.Kinds;
using SlaMonitor.Mails.Languages;
using SlaMonitor.Monitoring.Egress;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Channels.Ntfy;

/// <summary>A topic of an ntfy server. A button opens the page on which the promise is taken.</summary>
internal sealed class NtfyChannel(string name, ChannelOptions options, EgressClient egress) : IChannel
{
    /// <summary>Beyond this the server makes a file of the message, which phones do not show.</summary>
    private const int LongestText = 4096;

    private const int Urgent = 5;
    private const int High = 4;
    private const int Normal = 3;

    private static readonly JsonSerializerOptions WithoutNothing = CreateOptions();

    public string Name => name;

    public string Kind => "ntfy";

    public async Task<SendOutcome> SendAsync(ChannelMessage message, CancellationToken cancellationToken)
    {
        var (text, links) = (ShortText.Of(message), Links.Of(message));
        var note = new Note(
            options.To!, message.Mail.Subject, ShortText.Cut(text, LongestText), PriorityOf(message), links.Ticket?.AbsoluteUri,
            links.Take is { } take ? [new Button("view", Wording.For(message.Mail.Language).Labels.Take, take.AbsoluteUri)] : null);
        var request = new HttpRequestMessage(HttpMethod.Post, options.Url) { Content = JsonContent.Create(note, options: WithoutNothing) };
        if (options.Token is { Length: > 0 } token) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return (await egress.SendAsync(request, cancellationToken)).ToOutcome(message.Mail.NotificationId);
    }

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private static int PriorityOf(ChannelMessage message) => Pressure.Of(message) switch
    {
        Pressing.Broken => Urgent,
        Pressing.AtRisk => High,
        _ => Normal,
    };

    private sealed record Note(
        [property: JsonPropertyName("topic")] string Topic,
        [property: JsonPropertyName("title")] string Title,
        [property: JsonPropertyName("message")] string Message,
        [property: JsonPropertyName("priority")] int Priority,
        [property: JsonPropertyName("click")] string? Click,
        [property: JsonPropertyName("actions")] IReadOnlyList<Button>? Actions);

    private sealed record Button(
        [property: JsonPropertyName("action")] string Action,
        [property: JsonPropertyName("label")] string Label,
        [property: JsonPropertyName("url")] string Url);
}
