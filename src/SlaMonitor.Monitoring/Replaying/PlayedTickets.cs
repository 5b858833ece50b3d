using System.Globalization;
using NodaTime;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Replaying;

/// <summary>
/// The tickets of a history that is played, in memory. A ticket to which nothing more happens, and of which nothing more is to be told, is
/// forgotten, so that only what is open takes room.
/// </summary>
/// <param name="forgotten">Hears of each ticket that is forgotten.</param>
internal sealed class PlayedTickets(Action<string> forgotten) : ITicketStore
{
    private static readonly Comparer<DueTicket> ByDue = Comparer<DueTicket>.Create((x, y) =>
        x.Due.CompareTo(y.Due) is not 0 and var byDue ? byDue : string.CompareOrdinal(x.TicketId, y.TicketId));

    private readonly Lock _gate = new();
    private readonly Dictionary<string, StoredTicket> _tickets = new(StringComparer.Ordinal);
    private readonly HashSet<string> _complete = new(StringComparer.Ordinal);
    private readonly SortedSet<DueTicket> _due = new(ByDue);
    private long _commits;

    /// <summary>When the next ticket has to be looked at; <c>null</c> while none has.</summary>
    public Instant? NextDue
    {
        get
        {
            lock (_gate) return _due.Min?.Due;
        }
    }

    /// <summary>The next commit has the ticket's last event.</summary>
    public void Complete(string ticketId)
    {
        lock (_gate) _complete.Add(ticketId);
    }

    public Task<StoredTicket?> LoadAsync(string ticketId, CancellationToken cancellationToken)
    {
        lock (_gate) return Task.FromResult(_tickets.GetValueOrDefault(ticketId));
    }

    public Task<bool> CommitAsync(TicketCommit commit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var before = _tickets.GetValueOrDefault(commit.TicketId);
            if (before?.Tag != commit.ExpectedTag) return Task.FromResult(false);

            if (before?.State.NextLook is { } former) _due.Remove(new DueTicket(commit.TicketId, former));
            if (commit.State.NextLook is { } next) _due.Add(new DueTicket(commit.TicketId, next));
            if (commit.State.NextLook is null && _complete.Remove(commit.TicketId))
            {
                _tickets.Remove(commit.TicketId);
                forgotten(commit.TicketId);
                return Task.FromResult(true);
            }

            IReadOnlyList<TicketEvent> events = commit.NewEvents.Count == 0
                ? before?.Events ?? []
                : [.. before?.Events ?? [], .. commit.NewEvents];
            _tickets[commit.TicketId] = new StoredTicket(
                commit.TicketId, events, commit.State, (++_commits).ToString(CultureInfo.InvariantCulture));
            return Task.FromResult(true);
        }
    }

    public Task<IReadOnlyList<DueTicket>> ReadDueAsync(Instant before, int limit, CancellationToken cancellationToken)
    {
        lock (_gate) return Task.FromResult<IReadOnlyList<DueTicket>>([.. _due.TakeWhile(entry => entry.Due < before).Take(limit)]);
    }

    public Task DropDueAsync(DueTicket spare, CancellationToken cancellationToken)
    {
        lock (_gate) _due.Remove(spare);
        return Task.CompletedTask;
    }

    /// <summary>None: the agreements stay as they are, so nobody has to walk over the open tickets.</summary>
    public Task<OpenTickets> ReadOpenAsync(string? after, int most, CancellationToken cancellationToken) =>
        Task.FromResult(new OpenTickets([], Next: null));

    public Task<TicketPage> ReadAllAsync(string? after, int most, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A history that is played has no retention, and erases nobody.");
}
