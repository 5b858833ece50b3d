using System.Text;
using NodaTime;

namespace SlaMonitor.CloudEvents.Files;

/// <summary>
/// Reads a file of events: JSON Lines, each line a CloudEvent in structured mode, read by the same reader as a request of a helpdesk, or by
/// one that reads plain lines the same in less time. Not for several threads.
/// </summary>
/// <param name="clock">The present: events of the future are refused.</param>
public sealed class EventLineReader(IClock clock)
{
    private const string MediaType = "application/cloudevents+json";

    private readonly DeliveryReader _reader = new(clock);
    private readonly PlainEventReader _plain = new(clock);

    /// <summary>Reads one line.</summary>
    /// <param name="number">The line's number, from 1.</param>
    /// <param name="line">The line, without its end; UTF-8.</param>
    public EventLine Read(int number, ReadOnlyMemory<byte> line)
    {
        if (_plain.Read(line) is { } plain) return new EventLine(number, plain, []);

        var delivery = _reader.Read(MediaType, [], line, Dialect.OfFiles);
        if (delivery.Events is not [var read]) return new EventLine(number, null, delivery.Problems);

        _plain.Learn(line, read);
        return new EventLine(number, read, []);
    }

    /// <summary>The events of one ticket, in the order of the file, and the lines that may be about it and cannot be read.</summary>
    /// <param name="lines">The file's lines. Empty ones are passed over.</param>
    /// <param name="ticketId">The ticket.</param>
    public IEnumerable<EventLine> OfTicket(IEnumerable<string> lines, string ticketId)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(ticketId);

        // A line that does not have the id anywhere is about another ticket, unless the id is written with escapes.
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (!line.Contains(ticketId, StringComparison.Ordinal) && !line.Contains('\\', StringComparison.Ordinal)) continue;

            var read = Read(number, Encoding.UTF8.GetBytes(line));
            if (read.Event is not { } found || string.Equals(found.TicketId, ticketId, StringComparison.Ordinal)) yield return read;
        }
    }
}
