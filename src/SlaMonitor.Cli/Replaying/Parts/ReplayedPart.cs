using SlaMonitor.CloudEvents.Files;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Cli.Replaying.Parts;

/// <summary>The tickets of one part of the events.</summary>
internal sealed class ReplayedPart
{
    /// <summary>How many wrong lines of one part are told of; a file of something else would otherwise be told line by line.</summary>
    private const int MostComplaints = 100;

    private readonly Dictionary<string, ReplayedTicket> _tickets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TicketEvent> _first = new(StringComparer.Ordinal);
    private readonly List<EventLine> _wrong = [];

    /// <summary>The tickets with all that happened to them, by id.</summary>
    public IEnumerable<ReplayedTicket> Tickets => _tickets.Values.OrderBy(ticket => ticket.Id, StringComparer.Ordinal);

    /// <summary>The first event of each source.</summary>
    public IReadOnlyCollection<TicketEvent> FirstOfSources => _first.Values;

    /// <summary>Lines that are no events, each with what is wrong; only the first of them.</summary>
    public IReadOnlyList<EventLine> Wrong => _wrong;

    /// <summary>How many lines are no events.</summary>
    public int WrongCount { get; private set; }

    /// <summary>How many events there are.</summary>
    public long EventCount { get; private set; }

    public static ReplayedPart Read(string path, EventLineReader reader)
    {
        var part = new ReplayedPart();
        foreach (var (number, begin, line) in NumberedLines.Read(path))
            part.Add(reader.Read(number, line), new LinePlace(number, begin, line.Length));
        return part;
    }

    private void Add(EventLine line, LinePlace place)
    {
        if (line.Event is not { } happened)
        {
            WrongCount++;
            if (_wrong.Count < MostComplaints) _wrong.Add(line);
            return;
        }

        EventCount++;
        if (!_first.TryGetValue(happened.Source, out var first) || happened.Time < first.Time) _first[happened.Source] = happened;
        if (!_tickets.TryGetValue(happened.TicketId, out var ticket))
            _tickets[happened.TicketId] = ticket = new ReplayedTicket(happened.TicketId);
        ticket.Add(happened, place);
    }
}
