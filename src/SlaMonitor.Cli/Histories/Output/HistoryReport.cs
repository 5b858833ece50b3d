using System.Text.Json.Nodes;

namespace SlaMonitor.Cli.Histories.Output;

/// <summary>What came of reading a history that is not in the form of events: what was read, left out, and wrong.</summary>
/// <param name="format">The form.</param>
/// <param name="items">What it consists of, as <c>rows</c>.</param>
internal sealed class HistoryReport(string format, string items)
{
    /// <summary>How many mistakes are kept and told of.</summary>
    private const int MostTold = 100;

    private readonly List<string> _complaints = [];
    private readonly SortedDictionary<string, long> _leftOut = new(StringComparer.Ordinal);

    /// <summary>How many rows or items there were.</summary>
    public long Items { get; set; }

    /// <summary>How many events they state.</summary>
    public long Events { get; set; }

    /// <summary>How many mistakes there are; what they are in is left out.</summary>
    public long Mistakes { get; private set; }

    /// <summary>What became no event, or is known in part only, and how often.</summary>
    public IReadOnlyDictionary<string, long> LeftOut => _leftOut;

    /// <summary>Notes a mistake.</summary>
    /// <param name="complaint">What is wrong, with its place, as compilers write it.</param>
    public void Complain(string complaint)
    {
        Mistakes++;
        if (_complaints.Count < MostTold) _complaints.Add(complaint);
    }

    /// <summary>Counts what becomes no event, or not exactly.</summary>
    public void LeaveOut(string reason, long count = 1) => _leftOut[reason] = _leftOut.GetValueOrDefault(reason) + count;

    /// <summary>Writes the mistakes.</summary>
    /// <param name="history">What the history is called.</param>
    /// <param name="error">Where to.</param>
    public void Tell(string history, TextWriter error)
    {
        foreach (var complaint in _complaints) error.WriteLine(complaint);
        if (Mistakes > 0) error.WriteLine($"{history}: error: {Mistakes} mistake(s); the results leave out what they are in");
    }

    /// <summary>For <c>summary.json</c>.</summary>
    public JsonObject ToJson() => new()
    {
        ["format"] = format,
        ["items"] = Items,
        ["events"] = Events,
        ["mistakes"] = Mistakes,
        ["leftOut"] = new JsonArray([.. _leftOut.Select(one => new JsonObject { ["reason"] = one.Key, ["count"] = one.Value })]),
    };

    /// <summary>In lines for people.</summary>
    public IEnumerable<string> Lines() =>
    [
        $"Read as {format}: {Items} {items}, {Events} events.",
        .. _leftOut.Select(one => $"  {one.Value} × {one.Key}"),
    ];
}
