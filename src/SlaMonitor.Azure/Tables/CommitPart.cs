using System.Collections.Frozen;
using Azure.Data.Tables;
using NodaTime;
using SlaMonitor.Azure.Tables.Access;
using SlaMonitor.Azure.Tables.Rows;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Azure.Tables;

/// <summary>
/// As much of a commit as fits into one transaction. Nearly every commit is one part. Of a longer one each part but the last says that the
/// ticket is to be looked at without delay: should the writer die between two of them, the next evaluation works out from the part of the
/// log that is there when to look again, and the sender, who was told nothing, sends all of it once more.
/// </summary>
/// <param name="Events">The rows of its events.</param>
/// <param name="State">The state.</param>
/// <param name="Filing">What is filed with it: all with the last part, and nothing before.</param>
internal sealed record CommitPart(IReadOnlyList<TableEntity> Events, MonitoringState State, Filing? Filing)
{
    /// <summary>What is done with those of the rows that are there already.</summary>
    public IReadOnlyDictionary<TableEntity, TableTransactionActionType> Present { get; private init; } =
        FrozenDictionary<TableEntity, TableTransactionActionType>.Empty;

    /// <summary>Before anything that a helpdesk can tell of.</summary>
    public static readonly Instant AtOnce = NodaConstants.UnixEpoch;

    private const int MostEvents = RowGuard.MostRows - 1;

    public static IReadOnlyList<CommitPart> Of(TicketCommit commit, Filing? filing = null)
    {
        var parts = new List<CommitPart>();
        var state = StateRow.Of(commit.TicketId, commit.State, null, string.Empty, filing?.After);
        var room = RowGuard.LargestBody - RowSize.Sent(state) - Reserve;
        var events = new List<TableEntity>();
        var size = 0;
        var present = new Dictionary<TableEntity, TableTransactionActionType>(ReferenceEqualityComparer.Instance);
        foreach (var e in commit.Rewritten) present.Add(EventRow.Of(e), TableTransactionActionType.UpsertReplace);
        foreach (var e in commit.Dropped) present.Add(EventRow.KeyOf(e), TableTransactionActionType.Delete);
        foreach (var row in commit.NewEvents.Select(EventRow.Of).Concat(present.Keys))
        {
            var rowSize = RowSize.Sent(row);
            if (events.Count == MostEvents || (events.Count > 0 && size + rowSize > room))
            {
                parts.Add(new(events, commit.State with { NextLook = AtOnce, FiledAs = 0 }, Filing: null) { Present = present });
                (events, size) = ([], 0);
            }

            events.Add(row);
            size += rowSize;
        }

        return [.. parts, new(events, commit.State, filing) { Present = present }];
    }

    // What the state row says beside the state: its due entry and the mark of its writer.
    private const int Reserve = 2_000;
}
