using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using NodaTime.Extensions;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Channels.Slack;

/// <summary>The first message of each ticket in a channel: all that is told of the ticket later stands in its thread.</summary>
/// <remarks>A store that is away begins a new thread: to tell is more than to tell in its place.</remarks>
internal sealed class SlackThreads(string channel, IMonitorNotes notes, TimeProvider time, ILogger logger)
{
    public async Task<string?> FindAsync(string ticketId, CancellationToken cancellationToken)
    {
        try
        {
            return (await notes.FindAsync(NameOf(ticketId), cancellationToken))?.Text;
        }
        catch (UnavailableException e)
        {
            logger.ThreadNotKnown(channel, e.Message);
            return null;
        }
    }

    public async Task KeepAsync(string ticketId, string stamp)
    {
        try
        {
            await notes.KeepAsync(new MonitorNote(NameOf(ticketId), stamp, time.GetCurrentInstant()), CancellationToken.None);
        }
        catch (UnavailableException e)
        {
            logger.ThreadNotKnown(channel, e.Message);
        }
    }

    // The id of a ticket may be longer than a note's name. A connection that leads to another channel of Slack has other threads.
    private string NameOf(string ticketId) =>
        $"{ThreadNotes.Prefix}{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{channel}\n{ticketId}")))}";
}
