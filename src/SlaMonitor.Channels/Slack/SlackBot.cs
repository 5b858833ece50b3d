using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using SlaMonitor.Channels.Kinds;
using SlaMonitor.Monitoring.Egress;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Channels.Slack;

/// <summary>
/// A channel of Slack by a bot (<c>chat.postMessage</c>). All that is told of a ticket stands in one thread; a broken promise is shown in
/// the channel too. The thread's first message is rewritten to how the ticket stands now.
/// </summary>
internal sealed class SlackBot(string name, ChannelOptions options, EgressClient egress, SlackThreads threads) : IChannel
{
    private const string LostThread = "Slack says thread_not_found";

    /// <summary>The errors that pass by themselves; all others stay until somebody mends them.</summary>
    private static readonly string[] Passing =
    [
        "ratelimited", "rate_limited", "message_limit_exceeded", "service_unavailable", "internal_error", "fatal_error", "request_timeout",
    ];

    private readonly string _service = (string.IsNullOrEmpty(options.Url) ? SlackKind.Service : options.Url).TrimEnd('/');

    public string Name => name;

    public string Kind => "slack";

    public async Task<SendOutcome> SendAsync(ChannelMessage message, CancellationToken cancellationToken)
    {
        var ticket = message.Mail.TicketId;
        var thread = ticket is null ? null : await threads.FindAsync(ticket, cancellationToken);
        var outcome = await PostAsync(message, thread, cancellationToken);
        if (thread is not null && outcome is SendOutcome.Refused { Reason: LostThread })
        {
            // Somebody has deleted the thread's head: the ticket gets a new one.
            thread = null;
            outcome = await PostAsync(message, thread, cancellationToken);
        }

        if (outcome is not SendOutcome.Accepted { Reference: var stamp } || ticket is null) return outcome;

        if (thread is null)
        {
            await threads.KeepAsync(ticket, stamp);
        }
        else
        {
            // The message is out. That its thread's head is old is not worth to send it twice.
            var head = SlackMessage.Of(message);
            head["ts"] = thread;
            await CallAsync("chat.update", head, cancellationToken);
        }

        return outcome;
    }

    private Task<SendOutcome> PostAsync(ChannelMessage message, string? thread, CancellationToken cancellationToken)
    {
        var post = SlackMessage.Of(message);
        if (thread is not null)
        {
            post["thread_ts"] = thread;
            post["reply_broadcast"] = Pressure.Of(message) == Pressing.Broken;
        }

        return CallAsync("chat.postMessage", post, cancellationToken);
    }

    private async Task<SendOutcome> CallAsync(string method, JsonObject body, CancellationToken cancellationToken)
    {
        body["channel"] = options.To;
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{_service}/{method}")) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Token);
        var answer = await egress.SendAsync(request, cancellationToken);
        return answer is EgressAnswer.Answered { IsSuccess: true } said ? OutcomeOf(said) : answer.ToOutcome(string.Empty);
    }

    /// <summary>Slack answers 200 to what it has not done, too.</summary>
    private static SendOutcome OutcomeOf(EgressAnswer.Answered answer)
    {
        try
        {
            var said = JsonNode.Parse(answer.Body);
            if ((bool?)said?["ok"] == true) return new SendOutcome.Accepted((string?)said["ts"] ?? string.Empty);

            var error = (string?)said?["error"] ?? "no reason given";
            return Passing.Contains(error, StringComparer.Ordinal)
                ? new SendOutcome.Unavailable($"Slack says {error}", answer.RetryAfter)
                : new SendOutcome.Refused($"Slack says {error}");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return new SendOutcome.Unavailable("its answer is no JSON of Slack's");
        }
    }
}
