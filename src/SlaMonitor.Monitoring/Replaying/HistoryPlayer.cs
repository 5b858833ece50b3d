using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Assessment;
using SlaMonitor.Monitoring.Erasing;
using SlaMonitor.Monitoring.Evaluation;
using SlaMonitor.Monitoring.Ingestion;
using SlaMonitor.Monitoring.Notification.Acknowledging;
using SlaMonitor.Monitoring.Notification.Addressees;
using SlaMonitor.Monitoring.Notification.Delivery;
using SlaMonitor.Monitoring.Notification.Orders;
using SlaMonitor.Monitoring.Notification.Surveys;
using SlaMonitor.Monitoring.Notification.WayOut;
using SlaMonitor.Monitoring.Observability;

namespace SlaMonitor.Monitoring.Replaying;

/// <summary>
/// Plays a history to the monitor itself, in memory, and hears whom it would have told of what and when. Each event is told at the moment
/// at which it happened, the monitor looks at every full minute, after the events of that minute's first second, and every mail arrives.
/// </summary>
public sealed class HistoryPlayer : IDisposable
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    private readonly PlayedTime _time = new();
    private readonly MonitorMetrics _metrics = new();
    private readonly PlayedTickets _tickets;
    private readonly FirstEvents _firstEvents;
    private readonly EventIngestor _ingestor;
    private readonly DeadlineEvaluator _evaluator;
    private Instant _lastLook = Instant.MinValue;

    /// <param name="book">The agreements.</param>
    /// <param name="told">Hears of every mail, in the order of time.</param>
    public HistoryPlayer(AgreementBook book, Action<PlayedMail> told)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(told);

        var agreements = new PlayedAgreements(book);
        var notes = new PlayedNotes();
        var mails = new PlayedMails(_time, told);
        _tickets = new PlayedTickets(mails.Forget);
        _firstEvents = new FirstEvents(_time, notes);
        var assessed = new AssessedTickets(_tickets, agreements, _time, NullLogger<AssessedTickets>.Instance);
        var without = new WithoutAgreement(_time, NullLogger<WithoutAgreement>.Instance);
        _ingestor = new EventIngestor(
            assessed, _firstEvents, new LateNews(new PseudonymSecret(notes, _time)), new SourceCounts(), without, _metrics,
            NullLogger<EventIngestor>.Instance);
        _evaluator = new DeadlineEvaluator(
            _tickets,
            assessed,
            agreements,
            mails,
            mails,
            _time,
            new ChangedTerms(_tickets, assessed, without, _time, NullLogger<ChangedTerms>.Instance),
            new AllowedRecipients(Options.Create(new RecipientOptions()), NullLogger<AllowedRecipients>.Instance),
            new UnqueuedMails(new NotifierIdentity(), mails, _metrics, _time, _time, NullLogger<UnqueuedMails>.Instance),
            new MailReadiness(new PlayedMailer(), Options.Create(new AcknowledgeOptions())),
            new MailboxNotes(notes, _time),
            new SurveyCounts(NullLogger<SurveyCounts>.Instance),
            _metrics,
            NullLogger<DeadlineEvaluator>.Instance);
    }

    /// <summary>
    /// Whether anything of a ticket could ever be told. Where not, it need not be played: it changes nothing for the others.
    /// </summary>
    /// <param name="log">All that happened to it, in any order.</param>
    /// <param name="book">The agreements.</param>
    /// <param name="until">Until when the history is played.</param>
    public static bool MayTell(IReadOnlyList<TicketEvent> log, AgreementBook book, Instant until)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(book);
        if (!book.Agreements.Any(history => history.Versions.Any(version => version.Escalations.Count > 0))) return false;

        TicketEvent[] ordered = [.. log.Order(TicketEventOrder.Instance)];
        for (var i = 0; i < ordered.Length; i++)
        {
            var next = i + 1 < ordered.Length ? ordered[i + 1].Time : until;
            if (next == ordered[i].Time && i + 1 < ordered.Length) continue;
            if (TicketAssessment.Of(ordered[..(i + 1)], [], book, ordered[i].Time)?.NextLook < next) return true;
        }

        return false;
    }

    /// <summary>Says since when a source is heard, where its first event is not among those that are played.</summary>
    /// <param name="first">The first event of the source.</param>
    public void HeardFirst(TicketEvent first)
    {
        ArgumentNullException.ThrowIfNull(first);
        _firstEvents.SinceAsync([first], CancellationToken.None).GetAwaiter().GetResult();
    }

    /// <summary>Lets the time go on to the next event, and tells it.</summary>
    /// <param name="happened">The event; none is earlier than the one before.</param>
    /// <param name="isLast">Whether nothing more happens to its ticket.</param>
    public void Play(TicketEvent happened, bool isLast)
    {
        ArgumentNullException.ThrowIfNull(happened);
        LookUntil(happened.Time);
        _time.GoTo(happened.Time);
        if (isLast) _tickets.Complete(happened.TicketId);
        _ingestor.IngestAsync([happened], CancellationToken.None).GetAwaiter().GetResult();
    }

    /// <summary>Lets the time go on to the end of the history.</summary>
    /// <param name="until">Until when; a look at that very moment is one of them.</param>
    public void End(Instant until) => LookUntil(until + Duration.Epsilon);

    /// <inheritdoc />
    public void Dispose() => _metrics.Dispose();

    /// <summary>Looks at every full minute before an instant at which anything could be due.</summary>
    private void LookUntil(Instant before)
    {
        while (_tickets.NextDue is { } due)
        {
            // Late news may be due before it came: it is told at the first look after it.
            var soonest = Instant.Max(_lastLook + Minute, FullMinuteFrom(_time.GetCurrentInstant()));
            var look = Instant.Max(FullMinuteAfter(due), soonest);
            if (look >= before) return;

            _time.GoTo(look);
            _lastLook = look;
            _evaluator.EvaluateAsync(CancellationToken.None).GetAwaiter().GetResult();
        }
    }

    private static Instant FullMinuteFrom(Instant at) => FullMinuteAfter(at - Duration.Epsilon);

    // What is due at a full minute is told strictly after it.
    private static Instant FullMinuteAfter(Instant at) =>
        Instant.FromUnixTimeSeconds((at.ToUnixTimeSeconds() / 60 * 60) + 60);
}
