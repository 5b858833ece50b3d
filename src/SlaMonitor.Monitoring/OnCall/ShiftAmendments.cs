using System.Security.Cryptography;
using NodaTime;
using NodaTime.Extensions;
using SlaMonitor.Monitoring.Concurrency;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.OnCall;

/// <summary>
/// Keeps the changes of rotations that are made while the monitor runs, in notes of the store: so every process of the monitor has them.
/// Each change is a note of its own, so that of two at once none is lost. One more says by its text that something has changed: only then
/// are they read again.
/// </summary>
public sealed class ShiftAmendments
{
    /// <summary>How many changes there may be, about, that are not over.</summary>
    public const int Most = 100;

    private const string Prefix = "shiftAmendment ";
    private const string LastChange = "shiftAmendments";
    private const int PageSize = 500;

    /// <summary>For how long changes that are over are kept still: calendars show them.</summary>
    private static readonly Duration KeptFor = Duration.FromDays(35);

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    /// <summary>Whoever made a change may have died before they came to say so.</summary>
    private static readonly TimeSpan ReadEvery = TimeSpan.FromMinutes(10);

    private readonly IMonitorNotes? _notes;
    private readonly IClock _clock;
    private readonly TimeProvider _time;
    private readonly SharedLook<State> _look;
    private volatile State _known = State.Nothing;

    /// <param name="clock">The monitor's clock.</param>
    /// <param name="time">Real time.</param>
    /// <param name="notes">Where they are kept; without it, there are none.</param>
    public ShiftAmendments(IClock clock, TimeProvider time, IMonitorNotes? notes = null)
    {
        (_clock, _time, _notes) = (clock, time, notes);
        _look = new(() => ReadAsync(CancellationToken.None), LookEvery, time);
    }

    /// <summary>Those that are known, without asking the store.</summary>
    public IReadOnlyList<ShiftAmendment> Known => _known.All;

    /// <summary>All of them, in the order in which they were made. What others have changed is seen within two seconds.</summary>
    /// <exception cref="StoreUnavailableException">The store is away, and was never read.</exception>
    public async Task<IReadOnlyList<ShiftAmendment>> GetAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await _look.LookAsync(cancellationToken)).All;
        }
        catch (StoreUnavailableException) when (_known != State.Nothing)
        {
            return _known.All;
        }
    }

    /// <summary>Adds one.</summary>
    /// <returns>Whether it was added: there may be too many already.</returns>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public async Task<bool> AddAsync(ShiftAmendment amendment, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(amendment);
        var now = _clock.GetCurrentInstant();
        var all = await GetAsync(cancellationToken);
        if (_notes is null || all.Count(one => one.Until > now) >= Most) return false;

        await KeepAsync(amendment, cancellationToken);
        foreach (var over in all.Where(one => one.Until < now - KeptFor)) await _notes.DropAsync(NameOf(over), cancellationToken);
        await SayAsync(cancellationToken);
        return true;
    }

    /// <summary>Takes one back: what has been stays, and what is to come is as if it had never been made.</summary>
    /// <param name="id">Which.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Whether there was one that is not over.</returns>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public async Task<bool> TakeBackAsync(string id, CancellationToken cancellationToken)
    {
        var now = StoredInstant.Truncate(_clock.GetCurrentInstant());
        if ((await GetAsync(cancellationToken)).FirstOrDefault(one => one.Id == id && one.Until > now) is not { } found) return false;

        if (found.From < now) await KeepAsync(found with { Until = now }, cancellationToken);
        else await _notes!.DropAsync(NameOf(found), cancellationToken);
        await SayAsync(cancellationToken);
        return true;
    }

    /// <summary>Erases names: whoever stands in does so no more, and who made a change is called otherwise.</summary>
    /// <param name="rename">What a name is to be from now on; the same where it stays.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>How many changes had such a name.</returns>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    internal async Task<int> EraseAsync(Func<string, string> rename, CancellationToken cancellationToken)
    {
        var named = (await ReadAsync(cancellationToken)).All
            .Where(one => rename(one.Member) != one.Member || rename(one.By) != one.By)
            .ToList();
        foreach (var one in named)
        {
            if (rename(one.Member) == one.Member) await KeepAsync(one with { By = rename(one.By) }, cancellationToken);
            else await _notes!.DropAsync(NameOf(one), cancellationToken);
        }

        if (named.Count > 0) await SayAsync(cancellationToken);
        return named.Count;
    }

    private Task KeepAsync(ShiftAmendment amendment, CancellationToken cancellationToken) => _notes!.KeepAsync(
        new MonitorNote(NameOf(amendment), NoteJson.Write(amendment), _time.GetCurrentInstant()), cancellationToken);

    /// <summary>Lets all processes know that something has changed, and sees it here.</summary>
    private async Task SayAsync(CancellationToken cancellationToken)
    {
        var mark = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        await _notes!.KeepAsync(new MonitorNote(LastChange, mark, _time.GetCurrentInstant()), cancellationToken);
        _look.Forget();
        await _look.LookAsync(cancellationToken);
    }

    private async Task<State> ReadAsync(CancellationToken cancellationToken)
    {
        if (_notes is null) return State.Nothing;

        // Before the notes are read: what is changed meanwhile has another mark, and is read at the next look.
        var mark = (await _notes.FindAsync(LastChange, cancellationToken))?.Text ?? string.Empty;
        if (_known is var known && known.Mark == mark && _time.GetElapsedTime(known.ReadAt) < ReadEvery) return known;

        var begunAt = _time.GetTimestamp();
        var kept = await KeptPages.AllAsync(after => _notes.ReadAsync(Prefix, after, PageSize, cancellationToken))
            .ToListAsync(cancellationToken);
        var found = kept.Select(note => NoteJson.Read<ShiftAmendment>(note.Text)).OfType<ShiftAmendment>();
        var all = found.OrderBy(one => one.At).ThenBy(one => one.Id, StringComparer.Ordinal).ToList();
        return _known = all.SequenceEqual(known.All) && known != State.Nothing
            ? known with { Mark = mark, ReadAt = begunAt }
            : new State(mark, begunAt, all);
    }

    private static string NameOf(ShiftAmendment amendment) => Prefix + amendment.Id;

    /// <summary>What was read. The same list is the same object: who builds upon it sees by that that nothing has changed.</summary>
    private sealed record State(string? Mark, long ReadAt, IReadOnlyList<ShiftAmendment> All)
    {
        public static State Nothing { get; } = new(null, 0, []);
    }
}
