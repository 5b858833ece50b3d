using Microsoft.Extensions.Logging;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Monitoring.Assessment;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Evaluation;

/// <summary>
/// When the agreements have changed, every open ticket may have to be looked at at another time. This walks the open tickets, a bounded
/// stretch at each evaluation, and works out the next look of those whose state was written by other agreements. It begins again at every
/// start of the program and at every change, and ends with a pass that finds all tickets to be of the agreements in force: so it does not
/// matter where it was interrupted, nor by whom a ticket was written meanwhile.
/// </summary>
public sealed class ChangedTerms(
    ITicketStore store, AssessedTickets tickets, WithoutAgreement withoutAgreement, TimeProvider time,
    ILogger<ChangedTerms> logger) : ICounts
{
    /// <summary>How many pages are read at most in one evaluation: to see that a ticket needs nothing costs little.</summary>
    private const int MostPages = 20;

    /// <summary>
    /// For how long it walks in one evaluation, about: a large table may be slow to find the open ones among its rows, and what is due must
    /// not wait for that.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private TermsWalk? _walk;
    private int _walking;
    private long _moved;
    private long _failed;

    /// <summary>How many tickets are asked for at once, and from how many written ones on an evaluation asks for no more.</summary>
    internal int PageSize { get; init; } = 500;

    /// <inheritdoc />
    /// <remarks>
    /// <c>agreements.ticketsMoved</c>: open tickets that a change of the agreements moved to another time.
    /// <c>agreements.ticketsNotMoved</c>: those of which that could not be found out. <c>agreements.ticketsWalked</c>: how many open
    /// tickets the walk that is under way has passed; not there while none is.
    /// </remarks>
    public IReadOnlyDictionary<string, long> Read()
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal)
        {
            ["agreements.ticketsMoved"] = Interlocked.Read(ref _moved),
            ["agreements.ticketsNotMoved"] = Interlocked.Read(ref _failed),
            ["agreements.ticketsWalked"] = Volatile.Read(ref _walk) is { IsDone: false } walk ? walk.Read : 0,
        };
        return counts.Where(entry => entry.Value > 0).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Goes on with the walk, where there is one to do. A store that is away is no trouble: the next evaluation goes on.</summary>
    /// <param name="book">The agreements in force.</param>
    /// <param name="cancellationToken">Stops; the next call goes on.</param>
    internal async Task GoOnAsync(AgreementBook book, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _walking, 1) == 1) return;

        try
        {
            var walk = _walk;
            if (!string.Equals(walk?.Terms, book.Fingerprint, StringComparison.Ordinal))
                Volatile.Write(ref _walk, walk = new TermsWalk(book.Fingerprint));
            if (!walk!.IsDone) await GoOnAsync(walk, cancellationToken);
        }
        catch (UnavailableException e)
        {
            logger.WalkInterrupted(e);
        }
        finally
        {
            Volatile.Write(ref _walking, 0);
        }
    }

    private async Task GoOnAsync(TermsWalk walk, CancellationToken cancellationToken)
    {
        var (written, begun) = (0, time.GetTimestamp());
        for (var page = 0; page < MostPages && written < PageSize && !walk.IsDone && time.GetElapsedTime(begun) < Patience; page++)
        {
            var open = await store.ReadOpenAsync(walk.After, PageSize, cancellationToken);
            foreach (var ticket in open.Tickets.Where(ticket => !string.Equals(ticket.Terms, walk.Terms, StringComparison.Ordinal)))
            {
                if (await TryAsync(ticket.TicketId, cancellationToken) is not { } move) continue;

                written++;
                walk.Add(move);
                if (move.Unpromised is not null) withoutAgreement.Note(move.Unpromised);
                if (move.HasMoved) Interlocked.Increment(ref _moved);
            }

            walk.Pass(open);
        }

        if (walk.IsDone) Log(walk);
    }

    /// <returns>What became of the ticket; <c>null</c> where nothing was to do, or nothing could be done.</returns>
    private async Task<TermsMove?> TryAsync(string ticketId, CancellationToken cancellationToken)
    {
        try
        {
            return await tickets.ChangeAsync(ticketId, Move, cancellationToken);
        }
        catch (Exception e) when (e is not (UnavailableException or OperationCanceledException))
        {
            // One ticket that cannot be assessed, for a mistake of ours, must not keep all others where they were.
            Interlocked.Increment(ref _failed);
            logger.NotMoved(e, ticketId);
            return null;
        }
    }

    private static (TicketCommit? Commit, TermsMove? Answer) Move(AssessedTicket ticket)
    {
        if (!ticket.IsKnown || ticket.IsOfTheseTerms) return (null, null);

        // What was told by the old agreements is recorded by now: nobody is owed an all-clear that the assessment does not know of.
        var state = LedgerCheck.StateAfterNews(ticket.State, ticket.Assessment, before: () => null, ticket.Now);
        var hasMoved = Kept(state) != Kept(ticket.State);
        return (
            ticket.Commit([], state, ticket.Assessment),
            new TermsMove(
                ticket.Assessment?.Governing, WithoutAgreement.Holds(ticket.Assessment) ? ticket.Assessment!.Ticket : null,
                ticket.State.Terms, hasMoved));

        static long? Kept(MonitoringState state) => state.NextLook is { } look ? StoredInstant.ToTicks(look) : null;
    }

    private void Log(TermsWalk walk)
    {
        foreach (var (version, open, moved) in walk.ByVersion) logger.TicketsMoved(version, open, moved);
        if (walk.Former is { } former) logger.WalkEnded(former, walk.Terms, walk.Written, walk.Moved);
    }
}
