namespace SlaMonitor.EndToEnd.Fuzz;

/// <summary>What is drawn for one input: the same seed and index draw the same.</summary>
internal sealed class Draw(int seed, int index)
{
    /// <summary>So many inputs share tickets; then there are new ones, for no ticket has events without end.</summary>
    private const int Generation = 10_000;

    private const int TicketsOfAGeneration = 20;

    private readonly Random _random = new(unchecked((seed * 1_000_003) + index));

    public int Index => index;

    /// <summary>What the monitor's clock shows.</summary>
    public Instant Now { get; } = FuzzPlan.ClockAt(index);

    /// <summary>A number from zero to below the limit.</summary>
    public int Next(int limit) => _random.Next(limit);

    /// <summary>True in one of so many cases.</summary>
    public bool OneIn(int cases) => _random.Next(cases) == 0;

    public T From<T>(IReadOnlyList<T> list) => list[_random.Next(list.Count)];

    /// <summary>What is usual; in one of so many cases what is not.</summary>
    public string Usually(string usual, int cases = 8) => OneIn(cases) ? Strange() : usual;

    /// <summary>A text that somebody has stumbled over.</summary>
    public string Strange() => From(StrangeTexts.All);

    /// <summary>The number of a ticket that other inputs have too.</summary>
    public int TicketNumber() => (index / Generation * TicketsOfAGeneration) + _random.Next(TicketsOfAGeneration) + 1;

    /// <summary>The id of such a ticket, as it came by the door of events.</summary>
    public string Ticket() => $"F-{TicketNumber()}";

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }
}
