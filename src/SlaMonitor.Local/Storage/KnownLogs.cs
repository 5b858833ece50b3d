using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Local.Storage;

/// <summary>
/// The logs of the tickets that were read or written last, each as of a version of its ticket. A log is only ever appended to, and the
/// version changes with each commit: what is known of the version that the file has now is what the file holds.
/// </summary>
/// <param name="most">How many events are kept, of all tickets together; about half a kilobyte each.</param>
internal sealed class KnownLogs(int most = 100_000)
{
    private readonly Lock _using = new();
    private readonly Dictionary<string, LinkedListNode<KnownLog>> _byTicket = new(StringComparer.Ordinal);
    private readonly LinkedList<KnownLog> _byUse = new(); // the last one used first
    private int _events;

    /// <summary>The log of a ticket as of a version; <c>null</c> where that is not known.</summary>
    public IReadOnlyList<TicketEvent>? Find(string ticketId, long version)
    {
        lock (_using)
        {
            if (!_byTicket.TryGetValue(ticketId, out var node) || node.Value.Version != version) return null;
            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value.Events;
        }
    }

    /// <summary>Keeps the whole log of a ticket.</summary>
    public void Keep(string ticketId, long version, IReadOnlyCollection<TicketEvent> events)
    {
        lock (_using) Put(new KnownLog(ticketId, version, new([.. events])));
    }

    /// <summary>Keeps what a commit has appended, where the log that it was appended to is known.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="before">The version that the commit has replaced; 0 for a new ticket.</param>
    /// <param name="news">The events as they will be read back.</param>
    public void Append(string ticketId, long before, IReadOnlyList<TicketEvent> news)
    {
        lock (_using)
        {
            if (before == 0) Put(new KnownLog(ticketId, 1, new([.. news])));
            else if (_byTicket.TryGetValue(ticketId, out var node) && node.Value.Version == before) Put(node.Value.With(news));
        }
    }

    private void Put(KnownLog log)
    {
        if (_byTicket.Remove(log.TicketId, out var old)) Remove(old);
        _byTicket[log.TicketId] = _byUse.AddFirst(log);
        _events += log.Events.Count;
        while (_events > most && _byUse.Last is { } oldest)
        {
            _byTicket.Remove(oldest.Value.TicketId);
            Remove(oldest);
        }
    }

    private void Remove(LinkedListNode<KnownLog> node)
    {
        _byUse.Remove(node);
        _events -= node.Value.Events.Count;
    }

    /// <summary>The events are a stretch of an array with room behind it, which the next version of the log goes on to fill.</summary>
    private sealed record KnownLog(string TicketId, long Version, ArraySegment<TicketEvent> Events)
    {
        /// <summary>
        /// Only one commit can follow a version, so that nobody else fills the same room; whoever has an earlier version does not see it.
        /// </summary>
        public KnownLog With(IReadOnlyList<TicketEvent> news)
        {
            var count = Events.Count + news.Count;
            var array = Events.Array!;
            if (array.Length < count)
            {
                array = new TicketEvent[Math.Max(count, 2 * Events.Count)];
                Events.CopyTo(array);
            }

            for (var i = 0; i < news.Count; i++) array[Events.Count + i] = news[i];
            return this with { Version = Version + 1, Events = new(array, 0, count) };
        }
    }
}
