using SlaMonitor.CloudEvents.Files;

namespace SlaMonitor.Cli.Replaying.Parts;

/// <summary>Lines of a history that are no events.</summary>
internal sealed class WrongLines
{
    /// <summary>How many are kept and told of; a file of something else would otherwise be told line by line.</summary>
    private const int MostTold = 100;

    private readonly List<EventLine> _first = [];

    public long Count { get; private set; }

    public void Add(EventLine line)
    {
        Count++;
        if (_first.Count < MostTold) _first.Add(line);
    }

    /// <summary>Takes over what another has.</summary>
    public void Add(WrongLines other)
    {
        _first.AddRange(other._first);
        Count += other.Count;
    }

    /// <summary>Writes what is wrong, with its places.</summary>
    /// <param name="history">The file.</param>
    /// <param name="error">Where to.</param>
    public void Tell(string history, TextWriter error)
    {
        foreach (var complaint in _first.OrderBy(line => line.Number).SelectMany(line => line.Complaints(history)).Take(MostTold))
            error.WriteLine(complaint);
        if (Count > 0) error.WriteLine($"{history}: error: {Count} line(s) are no events; the results leave them out");
    }
}
