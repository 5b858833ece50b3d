using System.Security.Cryptography;
using System.Text;
using NodaTime.Extensions;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Channels.Slack;

/// <summary>The first message of each ticket in a channel: all that is told of the ticket later stands in its thread.</summary>
/// <remarks>A store that is away begins a new thread: to tell is more than to tell in its place.</remarks>
internal sealed class SlackThreads(string channel, IMonitorNotes notes, TimeProvider time)
{
    public async Task<string?> FindAsync(string ticketId, CancellationToken cancellationToken)
    {
        try
        {
            return (await notes.FindAsync(NameOf(ticketId), cancellationToken))?.Text;
        }
        catch (UnavailableException)
        {
            return null;
        }
    }

    public async Task KeepAsync(string ticketId, string stamp)
    {
        try
        {
            await notes.KeepAsync(new MonitorNote(NameOf(ticketId), stamp, time.GetCurrentInstant()), CancellationToken.None);
        }
        catch (UnavailableException)
        {
        }
    }

    // The id of a ticket may be longer than a note's name.
    private string NameOf(string ticketId) =>
        $"slack {channel} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ticketId)))}";
}
