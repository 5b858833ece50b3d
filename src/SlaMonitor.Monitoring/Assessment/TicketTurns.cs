namespace SlaMonitor.Monitoring.Assessment;

/// <summary>
/// Lets those who write one ticket take turns, within this process. All but one of them would else work out a long log for nothing, again
/// and again, and the unlucky would wait for seconds. Different tickets never wait for each other.
/// </summary>
internal sealed class TicketTurns
{
    private readonly Dictionary<string, Line> _lines = new(StringComparer.Ordinal);

    /// <summary>Waits until nobody who came before is at the ticket.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="cancellationToken">Leaves the line.</param>
    /// <returns>The turn; it ends when it is disposed.</returns>
    public async Task<IDisposable> TakeAsync(string ticketId, CancellationToken cancellationToken)
    {
        Line? line;
        lock (_lines)
        {
            if (!_lines.TryGetValue(ticketId, out line)) _lines.Add(ticketId, line = new Line());
            line.Length++;
        }

        var turn = new Turn(this, ticketId, line);
        try
        {
            await line.Gate.WaitAsync(cancellationToken);
        }
        catch
        {
            turn.Leave();
            throw;
        }

        return turn;
    }

    /// <summary>How many tickets somebody is at, or waits for.</summary>
    internal int Count
    {
        get
        {
            lock (_lines) return _lines.Count;
        }
    }

    private sealed class Line
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public int Length { get; set; }
    }

    private sealed class Turn(TicketTurns turns, string ticketId, Line line) : IDisposable
    {
        public void Dispose()
        {
            line.Gate.Release();
            Leave();
        }

        public void Leave()
        {
            lock (turns._lines)
            {
                if (--line.Length == 0) turns._lines.Remove(ticketId);
            }
        }
    }
}
