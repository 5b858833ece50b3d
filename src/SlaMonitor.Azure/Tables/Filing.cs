using SlaMonitor.Azure.Tables.Rows;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Azure.Tables;

/// <summary>What one commit changes of the rows that are filed of its ticket.</summary>
internal sealed record Filing
{
    private readonly IReadOnlyDictionary<string, ShelfRow> _wanted;
    private readonly bool _anew;

    private Filing(string ticketId, FiledOutcomes? before, FiledOutcomes after, IReadOnlyDictionary<string, ShelfRow> wanted, bool anew) =>
        (TicketId, Before, After, _wanted, _anew) = (ticketId, before, after, wanted, anew);

    /// <summary>The ticket.</summary>
    public string TicketId { get; }

    /// <summary>What is filed before, as the ticket's state says; <c>null</c>: nothing.</summary>
    public FiledOutcomes? Before { get; }

    /// <summary>What is filed afterwards.</summary>
    public FiledOutcomes After { get; }

    /// <summary>Keys in the ticket's shard that may be filed as well, as somebody says who did not come to an end.</summary>
    public IReadOnlyList<string> Doubtful { get; private init; } = [];

    /// <summary>The shard of all that is filed from now on.</summary>
    public string Shard => After.Shard;

    /// <summary>Every key that may be filed in the shard until this has come to its end.</summary>
    public IEnumerable<string> MayBeFiled => KeysBefore(Shard).Concat(Doubtful).Distinct(StringComparer.Ordinal);

    /// <summary>The rows to write.</summary>
    public IEnumerable<ShelfRow> Puts => _wanted.Where(row => _anew || !IsFiled(row.Key)).Select(row => row.Value);

    /// <summary>The keys to delete in the shard.</summary>
    public IEnumerable<string> Deletes => MayBeFiled.Where(key => !_wanted.ContainsKey(key));

    /// <summary>What is filed in another shard, since before the number of shards was raised: all of it is deleted.</summary>
    public IEnumerable<(string Shard, string Key)> Elsewhere => Before is { } before && before.Shard != Shard
        ? before.Marks.Keys.Select(key => (before.Shard, key))
        : [];

    /// <summary>Compares what is wanted with what is filed.</summary>
    /// <param name="commit">The commit, which says what is wanted.</param>
    /// <param name="shard">The ticket's shard.</param>
    /// <param name="before">What is filed.</param>
    /// <returns>What to change; <c>null</c> where nothing is.</returns>
    public static Filing? Of(TicketCommit commit, string shard, FiledOutcomes? before)
    {
        if (commit.Outcomes is not { } outcomes) return null;

        var wanted = new Dictionary<string, ShelfRow>(StringComparer.Ordinal);
        foreach (var row in outcomes) wanted[OutcomeRow.KeyOf(row)] = row;
        var filing = new Filing(commit.TicketId, before, FiledOutcomes.Of(shard, wanted.Values), wanted, commit.FilesAllAnew);
        return commit.FilesAllAnew || filing.Puts.Any() || filing.Deletes.Any() || filing.Elsewhere.Any() ? filing : null;
    }

    /// <summary>The same, where somebody else has begun before: nothing that is filed can be relied on.</summary>
    /// <param name="doubtful">The keys that may be filed.</param>
    public Filing AllAnew(IEnumerable<string> doubtful) =>
        new(TicketId, Before, After, _wanted, anew: true) { Doubtful = [.. Doubtful.Union(doubtful, StringComparer.Ordinal)] };

    private bool IsFiled(string key) =>
        Before is { } before && before.Shard == Shard && before.Marks.TryGetValue(key, out var mark) && mark == After.Marks[key];

    private IEnumerable<string> KeysBefore(string shard) => Before is { } before && before.Shard == shard ? before.Marks.Keys : [];
}
