using NodaTime;
using SlaMonitor.CloudEvents.Files;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Cli.Replaying;

/// <summary>The tickets of one part of the events.</summary>
internal sealed class ReplayedPart
{
    /// <summary>How many wrong lines of one part are told of; a file of something else would otherwise be told line by line.</summary>
    private const int MostComplaints = 100;

    private readonly Dictionary<string, List<TicketEvent>> _logs = new(StringComparer.Ordinal);
    private readonly List<EventLine> _wrong = [];

    /// <summary>The tickets with all that happened to them, by id.</summary>
    public IEnumerable<(string TicketId, IReadOnlyList<TicketEvent> Log)> Tickets =>
        _logs.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => (entry.Key, (IReadOnlyList<TicketEvent>)entry.Value));

    /// <summary>Lines that are no events, each with what is wrong; only the first of them.</summary>
    public IReadOnlyList<EventLine> Wrong => _wrong;

    /// <summary>How many lines are no events.</summary>
    public int WrongCount { get; private set; }

    /// <summary>How many events there are.</summary>
    public long EventCount { get; private set; }

    /// <summary>The latest event's time; <c>null</c> where there is none.</summary>
    public Instant? Last { get; private set; }

    public static ReplayedPart Read(string path, EventLineReader reader)
    {
        var part = new ReplayedPart();
        foreach (var (number, line) in NumberedLines.Read(path)) part.Add(reader.Read(number, line));
        return part;
    }

    private void Add(EventLine line)
    {
        if (line.Event is not { } happened)
        {
            WrongCount++;
            if (_wrong.Count < MostComplaints) _wrong.Add(line);
            return;
        }

        EventCount++;
        if (Last is null || happened.Time > Last) Last = happened.Time;
        if (!_logs.TryGetValue(happened.TicketId, out var log)) _logs[happened.TicketId] = log = [];
        log.Add(happened);
    }
}
