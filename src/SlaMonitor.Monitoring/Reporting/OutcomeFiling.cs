using Microsoft.Extensions.Logging;
using SlaMonitor.Monitoring.Assessment;
using SlaMonitor.Monitoring.Concurrency;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Reporting;

/// <summary>
/// Files the outcomes of tickets that an earlier version has stored, and anew those of settled tickets when the agreements have changed: an
/// exclusion that is agreed afterwards restates what was counted. A bounded stretch at each evaluation; it begins again at every start of
/// the program and at every change, and passes over what is done already, so that it does not matter where it was interrupted. Open tickets
/// of other agreements are filed by <see cref="Evaluation.ChangedTerms"/>, which writes them anyway.
/// </summary>
public sealed class OutcomeFiling(
    IPromiseShelves shelves, AssessedTickets tickets, IAgreementSource agreements, FiledTerms filedTerms, FilingFailures failures,
    TimeProvider time, ILogger<OutcomeFiling> logger)
    : ICounts
{
    /// <summary>For how long it works in one evaluation, about: what is due next must not wait for it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private Walk? _walk;
    private int _walking;
    private long _filed;

    /// <summary>How many tickets are asked for at once.</summary>
    internal int PageSize { get; init; } = 500;

    /// <summary>Whether all is filed by the agreements that were in force at the last call.</summary>
    public bool IsDone => Volatile.Read(ref _walk) is { IsDone: true };

    /// <inheritdoc />
    /// <remarks>
    /// <c>outcomes.filed</c>: tickets that were filed afterwards. <c>outcomes.notFiled</c>: those of which that failed.
    /// <c>outcomes.filing</c>: how many the filing that is under way has filed so far, and one; not there while none is.
    /// </remarks>
    public IReadOnlyDictionary<string, long> Read()
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal)
        {
            ["outcomes.filed"] = Interlocked.Read(ref _filed),
            ["outcomes.notFiled"] = failures.Count,
            ["outcomes.filing"] = Volatile.Read(ref _walk) is { IsDone: false } walk ? walk.Filed + 1 : 0,
        };
        return counts.Where(entry => entry.Value > 0).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Goes on, where there is something to do. A store that is away is no trouble: the next call goes on.</summary>
    public async Task GoOnAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _walking, 1) == 1) return;

        try
        {
            var terms = (await agreements.GetTermsAsync(cancellationToken)).Fingerprint;
            var walk = _walk;
            if (!string.Equals(walk?.Terms, terms, StringComparison.Ordinal)) Volatile.Write(ref _walk, walk = new Walk(terms));
            if (!walk!.IsDone) await GoOnAsync(walk, cancellationToken);
            if (walk is { IsDone: true, IsNoted: false })
            {
                await filedTerms.KeepAsync(terms, areAll: walk.Failed == 0, cancellationToken);
                walk.IsNoted = true;
            }
        }
        catch (UnavailableException e)
        {
            logger.FilingInterrupted(e);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            failures.OfAll(e);
        }
        finally
        {
            Volatile.Write(ref _walking, 0);
        }
    }

    private async Task GoOnAsync(Walk walk, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        while (!walk.IsDone && time.GetElapsedTime(begun) < Patience)
        {
            var page = await shelves.ReadUnfiledAsync(walk.Terms, walk.After, PageSize, cancellationToken);
            var filed = await AtOnce.SelectAsync(page.TicketIds, ticketId => TryAsync(ticketId, cancellationToken));
            walk.Pass(filed, page.Next);
        }

        if (walk is { IsDone: true, Filed: > 0 }) logger.OutcomesFiled(walk.Filed);
    }

    /// <returns>Whether the ticket had to be filed, and is; <c>null</c> where it could not be.</returns>
    private async Task<bool?> TryAsync(string ticketId, CancellationToken cancellationToken)
    {
        try
        {
            var isFiled = await tickets.ChangeAsync(
                ticketId, ticket => IsToBeFiled(ticket) ? (Refiling.Of(ticket), true) : (null, false), cancellationToken);
            if (isFiled) Interlocked.Increment(ref _filed);
            return isFiled;
        }
        catch (Exception e) when (e is not (UnavailableException or OperationCanceledException))
        {
            // One ticket that cannot be assessed, for a mistake of ours, must not keep all others unfiled.
            failures.OfTicket(ticketId, e);
            return null;
        }
    }

    private static bool IsToBeFiled(AssessedTicket ticket) =>
        ticket is { IsKnown: true, IsFiled: false } && (ticket.State.IsSettled || ticket.IsOfTheseTerms);

    /// <summary>How far it is.</summary>
    private sealed class Walk(string terms)
    {
        public string Terms => terms;

        public string? After { get; private set; }

        public bool IsDone { get; private set; }

        public long Filed { get; private set; }

        public long Failed { get; private set; }

        /// <summary>Whether the store knows that it is done.</summary>
        public bool IsNoted { get; set; }

        public void Pass(IReadOnlyList<bool?> filed, string? next)
        {
            Filed += filed.Count(isFiled => isFiled == true);
            Failed += filed.Count(isFiled => isFiled is null);
            After = next;
            IsDone = next is null;
        }
    }
}
