using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using SlaMonitor.Channels.Kinds;
using SlaMonitor.Core.Clocks;
using SlaMonitor.Mails.Composition;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Monitoring.Egress;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Channels.PagerDuty;

/// <summary>
/// A service of PagerDuty. A warning and a breach trigger the alert of their clock, an acknowledgement acknowledges it, and an all-clear,
/// or whatever is told of a promise that has ended by then, resolves it. What is of no promise is an alert of its own.
/// </summary>
internal sealed class PagerDutyChannel(string name, ChannelOptions options, EgressClient egress) : IChannel
{
    private const int LongestSummary = 1024;

    private readonly Uri _events = new($"{(options.Url ?? PagerDutyKind.Service).TrimEnd('/')}/v2/enqueue");

    public string Name => name;

    public string Kind => "pagerduty";

    /// <summary>The name of a clock's alert, the same for all that is told of it.</summary>
    public static string KeyOf(Clock clock) =>
        "sla-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{clock.Ticket.Id}\n{clock.Target.Id}\n{clock.Cycle}")));

    public async Task<SendOutcome> SendAsync(ChannelMessage message, CancellationToken cancellationToken)
    {
        if (message.Contents is not { } contents) return await SendAsync(Notice(message), cancellationToken);

        // One event for each promise. Where one is not taken, all are sent again: an alert that is triggered twice is one alert.
        SendOutcome outcome = new SendOutcome.Accepted(message.Mail.NotificationId);
        foreach (var item in contents.Items)
        {
            outcome = await SendAsync(EventOf(contents, item), cancellationToken);
            if (outcome is not SendOutcome.Accepted) break;
        }

        return outcome;
    }

    private async Task<SendOutcome> SendAsync(Dictionary<string, object?> what, CancellationToken cancellationToken)
    {
        what["routing_key"] = options.Token;
        var request = new HttpRequestMessage(HttpMethod.Post, _events) { Content = JsonContent.Create(what) };
        return (await egress.SendAsync(request, cancellationToken)).ToOutcome((string)what["dedup_key"]!);
    }

    private static Dictionary<string, object?> EventOf(MailContents contents, MailItem item)
    {
        var clock = item.Explanation.Clock;
        var action = item.Kind == MailItemKind.AllClear || item.Explanation.EndedAt is not null ? "resolve"
            : item is { Kind: MailItemKind.Update, AcknowledgedBy: not null } ? "acknowledge"
            : "trigger";
        var told = new Dictionary<string, object?>(StringComparer.Ordinal) { ["event_action"] = action, ["dedup_key"] = KeyOf(clock) };
        if (action != "trigger") return told;

        var model = AlertModel.Of(contents.Reader, item);
        var ticket = new Links(item.AcknowledgedBy is null ? item.AcknowledgeUrl : null, clock.Ticket.Url ?? item.TicketPage);
        told["client"] = "SlaMonitor";
        if (ticket.Ticket is { Scheme: "https" or "http" } page) told["client_url"] = page.AbsoluteUri;
        if (ticket.Take is { } take) told["links"] = new[] { new { href = take.AbsoluteUri, text = model.Words.Take } };
        told["payload"] = new
        {
            summary = ShortText.Cut($"{model.Headline} {model.Ticket.Id} {model.Ticket.Title}".TrimEnd(), LongestSummary),
            source = model.Ticket.Id,
            severity = Pressure.Of(item) == Pressing.Broken ? "critical" : "warning",
            timestamp = contents.WrittenAt.ToString("uuuu-MM-dd'T'HH:mm:ss.fff'Z'", null),
            component = model.Promise,
            group = model.Customer,
            @class = model.Clause,
            custom_details = new
            {
                due = clock.DueAt?.ToString(),
                agreement = clock.Agreement.Id,
                target = clock.Target.Id,
                priority = model.Priority,
                assignee = model.Assignee,
                balance = $"{model.BalanceLabel} {model.Balance}",
                notes = string.Join(' ', model.Notes),
            },
        };
        return told;
    }

    private static Dictionary<string, object?> Notice(ChannelMessage message) => new(StringComparer.Ordinal)
    {
        ["event_action"] = "trigger",
        ["dedup_key"] = $"sla-{message.Mail.NotificationId}",
        ["client"] = "SlaMonitor",
        ["payload"] = new
        {
            summary = ShortText.Cut(message.Mail.Subject, LongestSummary),
            source = "SlaMonitor",
            severity = message.Mail.IsImportant ? "error" : "info",
            custom_details = new { text = message.Mail.Text },
        },
    };
}
