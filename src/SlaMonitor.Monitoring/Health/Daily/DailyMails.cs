using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using SlaMonitor.Monitoring.Assessment;
using SlaMonitor.Monitoring.Health.Failures;
using SlaMonitor.Monitoring.Health.Settings;
using SlaMonitor.Monitoring.Notification.Delivery;
using SlaMonitor.Monitoring.Notification.Orders;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Health.Daily;

/// <summary>
/// Tells the operator once a day of the open tickets that no agreement governs: the first evaluations of a day (UTC) walk the open tickets,
/// and where there are such, one mail goes the way of all mails. Its id follows from the day, so that neither a restart nor a second
/// monitor sends another.
/// </summary>
internal sealed class DailyMails(
    ITicketStore store, AssessedTickets tickets, INotificationQueue queue, UnqueuedMails unqueued, IMonitorNotes notes,
    MailFailures failures, IOptions<HealthOptions> options, IClock clock, TimeProvider time, ILogger<DailyMails> logger)
{
    /// <summary>How many tickets are loaded in a day to know their customer; the others are only counted.</summary>
    private const int MostLooked = 1000;

    /// <summary>How many tickets are asked for at once.</summary>
    private const int PageSize = 500;

    /// <summary>How many pages are read at most in one evaluation.</summary>
    private const int MostPages = 20;

    /// <summary>For how long it walks in one evaluation, about: what is due must not wait for that.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly DailyNote _done = new("dailyMail", notes, time);
    private DailyWalk? _walk;
    private int _walking;

    /// <summary>
    /// Goes on with the day's walk, where there is one to do. Whatever hinders it harms no evaluation: the next call goes on, or begins
    /// anew where the process was.
    /// </summary>
    public async Task GoOnAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.DailyMail || options.Value.OperatorEmail is not { Length: > 0 } to) return;
        if (Interlocked.Exchange(ref _walking, 1) == 1) return;

        try
        {
            await GoOnAsync(to, cancellationToken);
        }
        catch (UnavailableException e)
        {
            logger.DailyMailWaits(e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.DailyMailFailed(e);
            await NoteFailureAsync(e, cancellationToken);
        }
        finally
        {
            Volatile.Write(ref _walking, 0);
        }
    }

    /// <summary>
    /// Why the mail could not be put together at the last try, and when that was; <c>null</c> where it could, or is not wanted.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public async Task<(string Reason, Instant At)?> FindFailureAsync(CancellationToken cancellationToken) =>
        options.Value is { DailyMail: true, OperatorEmail.Length: > 0 }
            ? await failures.FindAsync(MailFailures.OfDailyMail, cancellationToken)
            : null;

    private async Task GoOnAsync(string to, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var today = now.InUtc().Date;
        if (_walk?.Day != today)
        {
            if (await _done.IsDoneAsync(today, cancellationToken)) return;

            _walk = new DailyWalk(today);
        }

        var walk = _walk;
        await WalkAsync(walk, cancellationToken);
        if (!walk.IsDone) return;

        if (walk.Found is { } found)
        {
            var order = OperatorOrders.OfWithoutAgreement(to, options.Value.OperatorLanguage, today, found, now);
            await unqueued.RecordAsync(await queue.SendAsync([MailOrders.Message(order)], cancellationToken), cancellationToken);
            logger.DailyMailOrdered(to, found.Tickets);
        }

        await failures.ClearAsync(MailFailures.OfDailyMail, cancellationToken);

        // Noted last: a crash before that orders the mail again, and the ledger knows it.
        await _done.KeepAsync(today, cancellationToken);
        _walk = null;
    }

    private async Task NoteFailureAsync(Exception failure, CancellationToken cancellationToken)
    {
        try
        {
            await failures.KeepAsync(MailFailures.OfDailyMail, failure, cancellationToken);
        }
        catch (UnavailableException e)
        {
            logger.DailyMailWaits(e.Message);
        }
    }

    private async Task WalkAsync(DailyWalk walk, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        for (var page = 0; page < MostPages && !walk.IsDone && time.GetElapsedTime(begun) < Patience; page++)
        {
            var open = await store.ReadOpenAsync(walk.After, PageSize, cancellationToken);
            var without = open.Tickets.Where(ticket => ticket.IsWithoutAgreement).Select(ticket => ticket.TicketId).ToList();
            var most = Math.Min(without.Count, MostLooked - walk.Looked);
            var looked = new List<(string TicketId, string? Customer)>(most);
            foreach (var id in without.Take(most))
            {
                // It may have changed since the page was read.
                var ticket = await tickets.LoadAsync(id, cancellationToken);
                if (WithoutAgreement.Holds(ticket.Assessment)) looked.Add((id, ticket.Assessment!.Ticket.Customer));
            }

            walk.Pass(looked, without.Count - most, open.Next);
        }
    }
}
