using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;
using SlaMonitor.Monitoring.Concurrency;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Retention;

/// <summary>
/// Goes once a day through what is kept, and drops or reduces what is older than it has to be. A bounded stretch at each evaluation; what
/// was broken off is begun again, and what is done already is passed over.
/// </summary>
public sealed class DailyRetention : ICounts
{
    /// <summary>For how long it works in one evaluation, about: what is due next must not wait for it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>What is to be kept for good is not looked through.</summary>
    private static readonly Task<(int Count, string? Next)> Nothing = Task.FromResult<(int, string?)>((0, null));

    private readonly ITicketStore _store;
    private readonly TicketReduction _tickets;
    private readonly OldNotifications _notifications;
    private readonly OldMails _mails;
    private readonly OldNotes _notes;
    private readonly OldLetters _letters;
    private readonly DailyNote _done;
    private readonly IOptions<RetentionOptions> _options;
    private readonly IClock _clock;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private Pass? _pass;
    private int _working;
    private long _notReduced;
    private long _lettersDropped;
    private long _failed;

    internal DailyRetention(
        ITicketStore store, TicketReduction tickets, OldNotifications notifications, OldMails mails, OldNotes notes, OldLetters letters,
        IMonitorNotes notesOfAll, IOptions<RetentionOptions> options, IClock clock, TimeProvider time, ILogger<DailyRetention> logger)
    {
        (_store, _tickets, _notifications, _mails, _notes, _letters) = (store, tickets, notifications, mails, notes, letters);
        (_done, _options, _clock, _time, _logger) = (new DailyNote("retention", notesOfAll, time), options, clock, time, logger);
    }

    /// <summary>How many are asked for at once.</summary>
    internal int PageSize { get; init; } = 500;

    /// <inheritdoc />
    /// <remarks>
    /// <c>retention.notReduced</c>: tickets whose time has come and whose outcomes need what would go, by the last day's look.
    /// <c>retention.lettersDropped</c>: dead letters that nobody had seen to. <c>retention.failed</c>: how often something hindered it that
    /// is no outage.
    /// </remarks>
    public IReadOnlyDictionary<string, long> Read()
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal)
        {
            ["retention.notReduced"] = Interlocked.Read(ref _notReduced),
            ["retention.lettersDropped"] = Interlocked.Read(ref _lettersDropped),
            ["retention.failed"] = Interlocked.Read(ref _failed),
        };
        return counts.Where(entry => entry.Value > 0).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Goes on, where today's is not done yet. Whatever hinders it harms no evaluation.</summary>
    public async Task GoOnAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _working, 1) == 1) return;

        try
        {
            await TryGoOnAsync(cancellationToken);
        }
        catch (UnavailableException e)
        {
            _logger.RetentionInterrupted(e);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            _logger.RetentionFailed(e);
            Interlocked.Increment(ref _failed);
        }
        finally
        {
            Volatile.Write(ref _working, 0);
        }
    }

    private async Task TryGoOnAsync(CancellationToken cancellationToken)
    {
        var now = _clock.GetCurrentInstant();
        var today = now.InUtc().Date;
        if (_pass?.Day != today)
        {
            if (await _done.IsDoneAsync(today, cancellationToken)) return;

            _pass = new Pass(today, now, _time.GetCurrentInstant());
        }

        var begun = _time.GetTimestamp();
        while (_pass.Stage != Stage.Done)
        {
            if (_time.GetElapsedTime(begun) >= Patience) return;

            var (count, next) = await StretchAsync(_pass, _options.Value, cancellationToken);
            if (_pass.Stage == Stage.Letters) Interlocked.Add(ref _lettersDropped, count);
            _pass.Passed(count, next);
        }

        await _done.KeepAsync(today, cancellationToken);
        Interlocked.Exchange(ref _notReduced, _pass.NotReduced);
        _pass.Say(_logger);
        _pass = null;
    }

    private Task<(int Count, string? Next)> StretchAsync(Pass pass, RetentionOptions keep, CancellationToken cancellationToken)
    {
        return pass.Stage switch
        {
            Stage.Mails when keep is { MailsAfterDays: 0, ReportsAfterDays: 0 } => Nothing,
            Stage.Mails => _mails.DropAsync(
                pass.Before(keep.MailsAfterDays), pass.Before(keep.ReportsAfterDays), pass.After, PageSize, cancellationToken),
            Stage.Notifications when keep.NotificationsAfterDays == 0 => Nothing,
            Stage.Notifications => _notifications.DropAsync(
                pass.Before(keep.NotificationsAfterDays), pass.After, PageSize, cancellationToken),
            Stage.Letters when keep.DeadLettersAfterDays == 0 => Nothing,
            Stage.Letters => _letters.DropAsync(pass.ReallyBefore(keep.DeadLettersAfterDays), pass.After, PageSize, cancellationToken),
            Stage.Notes when keep is { MailsAfterDays: 0, ReportsAfterDays: 0 } => Nothing,
            Stage.Notes => _notes.DropAsync(
                pass.ReallyBefore(keep.MailsAfterDays), pass.ReallyBefore(keep.ReportsAfterDays), pass.After, PageSize,
                cancellationToken),
            _ when keep.TicketsAfterDays == 0 => Nothing,
            _ => ReduceAsync(pass, pass.Before(keep.TicketsAfterDays), cancellationToken),
        };
    }

    private async Task<(int Count, string? Next)> ReduceAsync(Pass pass, Instant before, CancellationToken cancellationToken)
    {
        var page = await _store.ReadAllAsync(pass.After, PageSize, cancellationToken);
        var reduced = await AtOnce.SelectAsync(page.TicketIds, ticketId => TryReduceAsync(ticketId, before, cancellationToken));
        pass.NotReduced += reduced.Count(isReduced => isReduced is null);
        return (reduced.Count(isReduced => isReduced == true), page.Next);
    }

    /// <returns>Whether the ticket was reduced; <c>null</c> where its outcomes need what would go.</returns>
    private async Task<bool?> TryReduceAsync(string ticketId, Instant before, CancellationToken cancellationToken)
    {
        try
        {
            var isReduced = await _tickets.ReduceAsync(ticketId, before, cancellationToken);
            if (isReduced is null) _logger.TicketNotReduced(ticketId);
            return isReduced;
        }
        catch (Exception e) when (e is not (UnavailableException or OperationCanceledException))
        {
            // One ticket that cannot be assessed, for a mistake of ours, must not keep all others whole.
            _logger.ReductionFailed(e, ticketId);
            Interlocked.Increment(ref _failed);
            return false;
        }
    }

    private enum Stage
    {
        Mails,
        Notifications,
        Letters,
        Notes,
        Tickets,
        Done,
    }

    /// <summary>How far one day's is.</summary>
    private sealed class Pass(LocalDate day, Instant now, Instant realNow)
    {
        private readonly long[] _counts = new long[(int)Stage.Done];

        public LocalDate Day => day;

        public Stage Stage { get; private set; }

        public string? After { get; private set; }

        public long NotReduced { get; set; }

        /// <summary>So many days ago on the monitor's clock, which claims, manifests and events are written by.</summary>
        public Instant Before(int days) => now - DaysOf(days);

        /// <summary>The same in real time, which queues and notes live in.</summary>
        public Instant ReallyBefore(int days) => realNow - DaysOf(days);

        /// <summary>For good is longer than any monitor has been there.</summary>
        private static Duration DaysOf(int days) => Duration.FromDays(days == 0 ? 36_500 : days);

        public void Passed(int count, string? next)
        {
            _counts[(int)Stage] += count;
            After = next;
            if (next is null) Stage++;
        }

        public void Say(ILogger logger) => logger.RetentionDone(
            _counts[(int)Stage.Tickets], _counts[(int)Stage.Notifications], _counts[(int)Stage.Mails], _counts[(int)Stage.Notes],
            _counts[(int)Stage.Letters]);
    }
}
