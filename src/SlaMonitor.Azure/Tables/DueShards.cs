using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace SlaMonitor.Azure.Tables;

/// <summary>
/// The shards of the due index, and which of them are this evaluator's own. Evaluators that run side by side each have shards of their
/// own, so that they do not work on the same tickets. No lock says so: a ticket that two of them write is decided by its ETag.
/// </summary>
/// <param name="Count">How many shards there are.</param>
/// <param name="Evaluators">How many evaluators share them.</param>
/// <param name="Evaluator">Which of the evaluators this one is, from 1.</param>
internal sealed record DueShards(int Count, int Evaluators = 1, int Evaluator = 1)
{
    /// <summary>
    /// How late an entry has to be before an evaluator takes it that it does not belong to: the one that it belongs to is away, or has
    /// more to do than it can. A tick and the evaluation that it begins fit into this on an ordinary day.
    /// </summary>
    public static readonly Duration Patience = Duration.FromMinutes(2);

    /// <summary>All shards.</summary>
    public IEnumerable<string> All => Enumerable.Range(0, Count).Select(Name);

    /// <summary>The shards of this evaluator.</summary>
    public IEnumerable<string> Own => Enumerable.Range(0, Count).Where(IsOwn).Select(Name);

    /// <summary>The shards of the other evaluators; none where there is only this one.</summary>
    public IEnumerable<string> OfOthers => Enumerable.Range(0, Count).Where(shard => !IsOwn(shard)).Select(Name);

    /// <summary>The shard that a ticket's entry is written to.</summary>
    // Any hash would do that is the same on every machine and in every version of .NET.
    public string Of(string ticketId) =>
        Name((int)(BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(ticketId))) % (uint)Count));

    /// <summary>
    /// How many late entries of other evaluators are read. With all of them before its own, evaluators that are all behind would work on
    /// the same tickets; with none before its own, one that is away would be waited for as long as this one is busy.
    /// </summary>
    /// <param name="limit">How many entries are wanted at most.</param>
    /// <param name="own">How many of them this evaluator has itself.</param>
    public static int RoomForOthers(int limit, int own) => Math.Max(limit - own, Math.Max(1, limit / 10));

    private bool IsOwn(int shard) => shard % Evaluators == Evaluator - 1;

    private static string Name(int shard) => shard.ToString("x2", CultureInfo.InvariantCulture);
}
