using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using NodaTime;
using SlaMonitor.Azure.Tables.Access;
using SlaMonitor.Azure.Tables.Rows;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Azure.Tables;

/// <summary>
/// The tickets in Table storage: log and state of a ticket in one partition, the due index in another table. Two tables know no common
/// transaction; the order of the writes and their ETags take its place, and docs/decisions/0005-tables.md says why that is enough.
/// </summary>
internal sealed class TableTicketStore(TableServiceClient service, DueShards shards, ILogger<TableTicketStore> logger) : ITicketStore
{
    private readonly TableAccess _tickets = new(service.GetTableClient(TableNames.Tickets));
    private readonly DueIndex _due = new(new(service.GetTableClient(TableNames.Due)), shards);
    private readonly OutcomeShelves _shelves = new(new(service.GetTableClient(TableNames.Due)));

    public async Task<StoredTicket?> LoadAsync(string ticketId, CancellationToken cancellationToken)
    {
        StoredKey.ThrowIfWrong(ticketId);
        var rows = await _tickets.ReadAsync(TableKey.Of(ticketId), before: null, int.MaxValue, cancellationToken);
        return rows.FirstOrDefault(StateRow.Is) is { } state
            ? new(
                ticketId,
                [.. rows.Where(EventRow.Is).Select(row => EventRow.Read(ticketId, row))],
                StateRow.Read(state),
                $"{StateRow.TagOf(state)}")
            : null;
    }

    /// <inheritdoc />
    /// <remarks>
    /// All or nothing up to 99 events and 4 MiB, what one transaction takes; a longer commit is written in parts
    /// (<see cref="CommitPart"/>).
    /// </remarks>
    public async Task<bool> CommitAsync(TicketCommit commit, CancellationToken cancellationToken)
    {
        TicketCommitGuard.ThrowIfWrong(commit);
        var tag = commit.ExpectedTag is null ? null : CommitTag.Parse(commit.ExpectedTag);
        var isConflict = commit.ExpectedTag is not null && tag is null;
        var filing = isConflict ? null : Filing.Of(commit, shards.Of(commit.TicketId), tag?.Filed);
        foreach (var part in isConflict ? [] : CommitPart.Of(commit, filing))
        {
            tag = await WriteAsync(commit.TicketId, part, tag, cancellationToken);
            isConflict = tag is null;
            if (isConflict) break;
        }

        if (isConflict) logger.TicketMovedOn(commit.TicketId);
        return !isConflict;
    }

    public Task<IReadOnlyList<DueTicket>> ReadDueAsync(Instant before, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return _due.ReadAsync(before, limit, cancellationToken);
    }

    /// <inheritdoc />
    /// <remarks>
    /// A row that no state confirms may be one that a writer has just written, and whose state is still on its way. So the
    /// ticket's ETag is moved on before the row is deleted: that writer's commit becomes a conflict, and whoever loads the ticket
    /// from now on writes the row anew.
    /// </remarks>
    public async Task DropDueAsync(DueTicket spare, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(spare);
        if (await _due.FindAsync(spare, cancellationToken) is not { } entry) return;

        var state = await _tickets.FindAsync(TableKey.Of(spare.TicketId), StateRow.Key, cancellationToken);
        if (state is not null && StateRow.Read(state).NextLook == spare.Due) return;
        if (!await MoveOnAsync(spare.TicketId, state, cancellationToken)) return;

        if (await _due.RemoveAsync(spare.TicketId, entry, cancellationToken)) logger.SpareEntryDropped(spare.TicketId);
    }

    /// <inheritdoc />
    /// <remarks>One request. The service looks at every row of the table by and by: this is for changes, not for every tick.</remarks>
    public async Task<OpenTickets> ReadOpenAsync(string? after, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        var (rows, next) = await _tickets.ScanAsync(StateRow.OpenFilter, StateRow.OpenColumns, after, most, cancellationToken);
        return new([.. rows.Select(StateRow.ReadOpen)], next);
    }

    /// <inheritdoc />
    /// <remarks>One request.</remarks>
    public async Task<TicketPage> ReadAllAsync(string? after, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        var (rows, next) = await _tickets.ScanAsync(StateRow.AllFilter, StateRow.TicketColumns, after, most, cancellationToken);
        return new([.. rows.Select(StateRow.ReadTicket)], next);
    }

    /// <returns>The tag after the part was written; <c>null</c> for a conflict.</returns>
    private async Task<CommitTag?> WriteAsync(string ticketId, CommitPart part, CommitTag? tag, CancellationToken cancellationToken)
    {
        var old = tag?.Entry;
        var look = part.State.NextLook is { } next ? StoredInstant.Truncate(next) : default(Instant?);
        var moves = look is not null && look != old?.Due;
        BegunFiling? begun = null;
        DueEntry? entry = look is null || moves ? null : old;
        if (part.Filing is { } filing)
        {
            var row = moves ? DueRow.Of(filing.Shard, new(ticketId, look!.Value)) : null;
            begun = await _shelves.BeginAsync(filing, row, cancellationToken);
            if (begun is null) return null;

            if (moves) entry = new(filing.Shard, look!.Value, begun.Due!.Value);
        }
        else if (moves)
        {
            entry = await _due.WriteAsync(ticketId, look!.Value, cancellationToken);
        }

        // After a conflict the new entry stays: it may be the very one that another writer's state relies on. If it is
        // not, it is dropped when met.
        var filed = begun?.Filing.After ?? tag?.Filed;
        if (await SubmitAsync(ticketId, part, entry, filed, tag?.State, cancellationToken) is not { } state)
        {
            if (begun is not null) await AfterwardsAsync(ticketId, () => _shelves.WithdrawAsync(begun, CancellationToken.None));
            return null;
        }

        await AfterwardsAsync(ticketId, () => TidyAsync(ticketId, begun, old == entry ? null : old));
        return new(state, entry, filed);
    }

    /// <summary>Files what was begun, and removes the ticket's old row of the due index.</summary>
    private async Task TidyAsync(string ticketId, BegunFiling? begun, DueEntry? old)
    {
        // The commit is done: what comes now can neither fail it nor cancel it.
        var isGone = begun is not null && await _shelves.EndAsync(begun, old, ticketId, CancellationToken.None);
        if (old is not null && !isGone) await _due.RemoveAsync(ticketId, old, CancellationToken.None);
    }

    private async Task<ETag?> SubmitAsync(
        string ticketId, CommitPart part, DueEntry? entry, FiledOutcomes? filed, ETag? expected, CancellationToken cancellationToken)
    {
        var attempt = NewAttempt();
        var row = StateRow.Of(ticketId, part.State, entry, attempt, filed);
        var state = expected is { } tag
            ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, tag)
            : new TableTransactionAction(TableTransactionActionType.Add, row);
        var events = part.Events.Select(e => new TableTransactionAction(
            part.Present.GetValueOrDefault(e, TableTransactionActionType.Add), e, ETag.All));
        if (await _tickets.TrySubmitAsync([state, .. events], cancellationToken) is { } written) return written[0];

        // The client tries again when an answer is lost; what stands in the way then is this very commit.
        var present = await _tickets.FindAsync(row.PartitionKey, row.RowKey, cancellationToken);
        return present is not null && StateRow.IsOf(present, attempt) ? present.ETag : null;
    }

    private Task<bool> MoveOnAsync(string ticketId, TableEntity? state, CancellationToken cancellationToken) => state is null
        ? _tickets.TryAddAsync(StateRow.Of(ticketId, MonitoringState.Initial, null, NewAttempt()), cancellationToken)
        : _tickets.TryUpdateAsync(StateRow.Touch(ticketId, NewAttempt()), state.ETag, TableUpdateMode.Merge, cancellationToken);

    /// <summary>Does what nobody has to hear of when it fails: what is left is found, and put right, by whoever meets it.</summary>
    private async Task AfterwardsAsync(string ticketId, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (StoreUnavailableException e)
        {
            logger.SpareEntryLeft(e, ticketId);
        }
    }

    private static string NewAttempt() => RandomNumberGenerator.GetHexString(16);
}
