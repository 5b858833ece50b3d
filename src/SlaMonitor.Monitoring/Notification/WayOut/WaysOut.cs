using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NodaTime.Extensions;
using SlaMonitor.Core.Addresses;
using SlaMonitor.Mails;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Monitoring.Observability;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Notification.WayOut;

/// <summary>
/// By which way an address is told: a channel, or mail. Each way is open or closed for itself, so that a chat that is away holds no mail
/// back.
/// </summary>
public sealed class WaysOut(
    MailWayOut mailWay, ObservedMailer mailer, IChannels channels, MonitorMetrics metrics, TimeProvider time, ILogger<WaysOut> logger)
{
    private readonly ConcurrentDictionary<string, Gate> _gates = new(StringComparer.OrdinalIgnoreCase);

    private readonly ConcurrentDictionary<string, WayOutFailure> _refusals = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the way of an address is open.</summary>
    public Gate GateOf(string address) => ChannelAddress.Is(address)
        ? _gates.GetOrAdd(address, way => new Gate(way, static () => null, time, logger))
        : mailWay;

    /// <summary>The channels that are known to be away now, by their addresses.</summary>
    public IReadOnlyList<(string Address, Closure Closure)> ClosedChannels =>
    [
        .. _gates.OrderBy(gate => gate.Key, StringComparer.Ordinal)
            .Select(gate => (gate.Key, gate.Value.Closure))
            .Where(gate => gate.Closure is not null)
            .Select(gate => (gate.Key, gate.Closure!)),
    ];

    /// <summary>The channels that refused the last message that was sent by them: a token is revoked, a chat is archived.</summary>
    public IReadOnlyList<(string Address, WayOutFailure Refusal)> RefusedBy =>
        [.. _refusals.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Key, one.Value))];

    /// <summary>Whether the settings connect a channel.</summary>
    public bool IsConnected(ChannelAddress channel) => channels.Find($"{channel}") is not null;

    /// <summary>Hands a message over.</summary>
    /// <param name="mail">The message as a mail. Its address says by which way it goes.</param>
    /// <param name="contents">What it tells of promises; <c>null</c> where it tells of none.</param>
    /// <param name="cancellationToken">Stops before the message is handed over, not after.</param>
    public async Task<SendOutcome> SendAsync(Mail mail, MailContents? contents, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        if (!ChannelAddress.Is(mail.To)) return await mailer.SendAsync(mail, cancellationToken);

        var outcome = channels.Find(mail.To) is { } channel
            ? await channel.SendAsync(new ChannelMessage(mail, contents), cancellationToken)
            : new SendOutcome.Refused(
                $"The settings connect no channel {mail.To}: set Channels:NAME:Kind=KIND for it, or take it out of the agreement.");
        metrics.Offered(ChannelAddress.TryParse(mail.To)!.Kind, outcome);
        if (outcome is SendOutcome.Refused refused)
        {
            _refusals[mail.To] = new WayOutFailure(refused.Reason, time.GetCurrentInstant());
            logger.ChannelRefused(mail.To, mail.NotificationId, refused.Reason);
        }
        else if (outcome is SendOutcome.Accepted)
        {
            _refusals.TryRemove(mail.To, out _);
        }

        return outcome;
    }
}
