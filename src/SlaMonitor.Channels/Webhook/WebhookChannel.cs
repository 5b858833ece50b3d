using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Monitoring.Egress;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Channels.Webhook;

/// <summary>
/// Another program. Each thing that is told is a CloudEvent, whose id is the notification's: a message that comes twice says the same, and
/// can be told by its id.
/// </summary>
internal sealed class WebhookChannel(string name, Uri address, byte[] key, EgressClient egress) : IChannel
{
    private const string Source = "/sla-monitor";

    public string Name => name;

    public string Kind => "webhook";

    public async Task<SendOutcome> SendAsync(ChannelMessage message, CancellationToken cancellationToken)
    {
        var events = message.Contents is { } contents ? [.. contents.Items.Select(item => EventOf(contents, item))]
            : (IReadOnlyList<object>)[NoticeOf(message)];
        var body = JsonSerializer.SerializeToUtf8Bytes(events.Count == 1 ? events[0] : events);
        var stamp = message.Mail.Date.ToUnixTimeSeconds();
        var signed = HMACSHA256.HashData(key, (byte[])[.. Encoding.UTF8.GetBytes($"{message.Mail.NotificationId}.{stamp}."), .. body]);

        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(
            events.Count == 1 ? "application/cloudevents+json" : "application/cloudevents-batch+json", "utf-8");
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.Add("webhook-id", message.Mail.NotificationId);
        request.Headers.Add("webhook-timestamp", $"{stamp}");
        request.Headers.Add("webhook-signature", $"v1,{Convert.ToBase64String(signed)}");
        return (await egress.SendAsync(request, cancellationToken)).ToOutcome(message.Mail.NotificationId);
    }

    private static object EventOf(MailContents contents, MailItem item)
    {
        var (clock, state) = (item.Explanation.Clock, item.Explanation.State);
        var ticket = clock.Ticket;
        return new
        {
            specversion = "1.0",
            id = item.NotificationId,
            source = Source,
            type = TypeOf(item),
            subject = ticket.Id,
            time = Text(contents.WrittenAt),
            datacontenttype = "application/json",
            data = new
            {
                ticket = new
                {
                    id = ticket.Id,
                    title = ticket.Title,
                    customer = ticket.Customer,
                    priority = ticket.Priority.ToString().ToLowerInvariant(),
                    assignee = ticket.Assignee,
                    url = (ticket.Url ?? item.TicketPage)?.AbsoluteUri,
                },
                promise = new
                {
                    id = clock.Id.ToString(),
                    agreement = clock.Agreement.Id,
                    version = clock.Agreement.Version,
                    target = clock.Target.Id,
                    metric = clock.Target.Metric.Name,
                    cycle = clock.Cycle,
                    state = state.ToString().ToLowerInvariant(),
                    startedAt = Text(clock.StartedAt),
                    dueAt = clock.DueAt is { } due ? Text(due) : null,
                    endedAt = item.Explanation.EndedAt is { } ended ? Text(ended) : null,
                },
                step = item.Moment,
                stepAt = Text(item.At),
                takenBy = item.AcknowledgedBy?.By,
                takeUrl = item.AcknowledgedBy is null ? item.AcknowledgeUrl?.AbsoluteUri : null,
                unreached = item.Unreached?.Address,
            },
        };
    }

    private static string TypeOf(MailItem item) => item.Kind switch
    {
        MailItemKind.AllClear => "sla.all-clear",
        MailItemKind.Undelivered => "sla.step.undelivered",
        MailItemKind.Breach => "sla.promise.breached",
        MailItemKind.Update => item.Explanation switch
        {
            { EndedAt: null } => "sla.acknowledged",
            { State: ClockState.Met } => "sla.promise.met",
            _ => "sla.promise.ended",
        },
        _ => "sla.step.fired",
    };

    private static object NoticeOf(ChannelMessage message) => new
    {
        specversion = "1.0",
        id = message.Mail.NotificationId,
        source = Source,
        type = "sla.notice",
        time = Text(message.Mail.Date),
        datacontenttype = "application/json",
        data = new { subject = message.Mail.Subject, text = message.Mail.Text, language = message.Mail.Language },
    };

    private static string Text(Instant at) => at.ToString("uuuu-MM-dd'T'HH:mm:ss.fff'Z'", null);
}
