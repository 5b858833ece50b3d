using System.Collections.Concurrent;
using NodaTime;
using SlaMonitor.Monitoring.Concurrency;
using SlaMonitor.Monitoring.Notification.Orders;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Evaluation;

/// <summary>Who gets a mail in one evaluation: everybody of whom one thing can wait no longer, with all that waits for them.</summary>
internal sealed class Mailboxes(MailboxNotes notes, Instant now)
{
    // Several tickets are looked at at the same time, and each mailbox is read once.
    private readonly ConcurrentDictionary<string, Lazy<Task<Mailbox>>> _reading = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, Mailbox> _mailboxes = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _mailed = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _unkept = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// When a person's last mail before this evaluation was ordered; <c>null</c> where none is known. What does not fit into one mail of an
    /// evaluation comes in another at once.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public async Task<Instant?> LastMailAsync(string address, CancellationToken cancellationToken)
    {
        var reading = _reading.GetOrAdd(address, one => new(() => notes.FindAsync(one, cancellationToken)));
        var mailbox = await reading.Value;
        _mailboxes.TryAdd(address, mailbox);
        return mailbox.LastMail;
    }

    /// <summary>Whose mail can wait no longer.</summary>
    public IReadOnlySet<string> Ready(IEnumerable<Telling> tellings) => tellings
        .Where(telling => telling.WaitsUntil < now)
        .Select(telling => telling.Addressee.Address)
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The tickets of which something may wait for the next mail of any of these.</summary>
    public IReadOnlySet<string> WaitingFor(IEnumerable<string> addresses) => addresses
        .SelectMany(address => _mailboxes.GetValueOrDefault(address, Mailbox.Empty).Waiting)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>These get their mail now, with all that waited for them.</summary>
    public void Mail(IEnumerable<string> addresses)
    {
        foreach (var address in addresses.Where(_mailboxes.ContainsKey))
        {
            _mailboxes[address] = _mailboxes[address] with { Waiting = [] };
            _mailed.Add(address);
            _unkept.Add(address);
        }
    }

    /// <summary>
    /// Keeps which tickets wait for whom. Comes before the tickets' states: a crash between leaves a ticket too many in a mailbox, and
    /// never one too few.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public async Task KeepWaitingAsync(IEnumerable<Telling> tellings, CancellationToken cancellationToken)
    {
        var changed = new List<string>();
        foreach (var ofOne in tellings.GroupBy(telling => telling.Addressee.Address, StringComparer.OrdinalIgnoreCase))
        {
            var mailbox = _mailboxes[ofOne.Key];
            var waiting = mailbox.Waiting.Union(ofOne.Select(telling => telling.Item.TicketId), StringComparer.Ordinal).ToList();
            if (waiting.Count == mailbox.Waiting.Count) continue;

            _mailboxes[ofOne.Key] = mailbox with { Waiting = waiting };
            changed.Add(ofOne.Key);
        }

        await AtOnce.ForEachAsync(changed, address => KeepAsync(address, cancellationToken));
    }

    /// <summary>
    /// Keeps who got a mail. Comes after the tickets' states: a crash before costs one of them a mail more, while a mail that is noted and
    /// was never ordered would make its reader wait.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public async Task KeepMailedAsync(CancellationToken cancellationToken)
    {
        await AtOnce.ForEachAsync([.. _unkept], address => KeepAsync(address, cancellationToken));
        _unkept.Clear();
    }

    private Task KeepAsync(string address, CancellationToken cancellationToken)
    {
        var mailbox = _mailboxes[address];
        return notes.KeepAsync(address, _mailed.Contains(address) ? mailbox with { LastMail = now } : mailbox, cancellationToken);
    }
}
