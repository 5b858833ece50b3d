using SlaMonitor.CloudEvents.Files;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Cli.Replaying.Parts;

/// <summary>
/// The tickets of one part of the events. Its lines are in memory; the events of a ticket are only while it is worked on, so that the
/// memory for them is free again at once.
/// </summary>
internal sealed class ReplayedPart
{
    private readonly byte[] _bytes;
    private readonly EventLineReader _reader;
    private readonly Dictionary<string, TicketEvent> _first = new(StringComparer.Ordinal);

    /// <param name="path">The file of the part.</param>
    /// <param name="reader">Reads the events.</param>
    public ReplayedPart(string path, EventLineReader reader) => (_bytes, _reader) = (File.ReadAllBytes(path), reader);

    /// <summary>The first event of each source; known once all tickets have been read.</summary>
    public IReadOnlyCollection<TicketEvent> FirstOfSources => _first.Values;

    /// <summary>Lines that are no events; known once all tickets have been read.</summary>
    public WrongLines Wrong { get; } = new();

    /// <summary>How many events there are; known once all tickets have been read.</summary>
    public long EventCount { get; private set; }

    /// <summary>A line as it was written.</summary>
    public ReadOnlySpan<byte> LineAt(LinePlace place) => _bytes.AsSpan(place.Begin, place.Length);

    /// <summary>The tickets with all that happened to them, in no particular order. May be read once.</summary>
    public IEnumerable<ReplayedTicket> ReadTickets()
    {
        var lines = NumberedLines.Find(_bytes);

        // By ticket, and in the order of the file: both numbers in one, which is sorted faster than pairs.
        var order = new long[lines.Count];
        for (var i = 0; i < order.Length; i++) order[i] = ((long)lines[i].Ticket << 32) | (uint)i;
        Array.Sort(order);
        for (var (begin, end) = (0, 0); begin < order.Length; begin = end)
        {
            for (end = begin + 1; end < order.Length && order[end] >> 32 == order[begin] >> 32;) end++;
            foreach (var ticket in Read(lines, order.AsMemory(begin, end - begin))) yield return ticket;
        }
    }

    /// <summary>Lines that share a number are of one ticket, or of a few whose numbers are the same by chance.</summary>
    private List<ReplayedTicket> Read(IReadOnlyList<(LinePlace Place, int Ticket)> lines, ReadOnlyMemory<long> order)
    {
        var tickets = new List<ReplayedTicket>(1);
        foreach (var entry in order.Span)
        {
            var place = lines[(int)(entry & uint.MaxValue)].Place;
            var line = _reader.Read(place.Number, _bytes.AsMemory(place.Begin, place.Length));
            if (line.Event is not { } happened)
            {
                Wrong.Add(line);
                continue;
            }

            EventCount++;
            if (!_first.TryGetValue(happened.Source, out var first) || happened.Time < first.Time) _first[happened.Source] = happened;
            var ticket = tickets.Find(one => string.Equals(one.Id, happened.TicketId, StringComparison.Ordinal));
            if (ticket is null) tickets.Add(ticket = new ReplayedTicket(happened.TicketId));
            ticket.Add(happened, place);
        }

        return tickets;
    }
}
