using System.Diagnostics.Metrics;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Observability;

/// <summary>The monitor's metrics. No dimension of them grows with the number of tickets or people.</summary>
public sealed class MonitorMetrics : IDisposable
{
    private readonly Meter _meter;
    private readonly Counter<long> _accepted;
    private readonly Counter<long> _duplicates;
    private readonly Counter<long> _runs;
    private readonly Gauge<double> _lag;
    private readonly Counter<long> _fired;
    private readonly Counter<long> _sent;
    private readonly Counter<long> _failures;
    private readonly Counter<long> _messages;
    private readonly Counter<long> _deadLetters;
    private readonly Counter<long> _unqueued;
    private readonly Counter<long> _reports;
    private readonly Counter<long> _rejected;

    /// <param name="factory">Where the host collects meters; without one, the meter is found by its name alone.</param>
    public MonitorMetrics(IMeterFactory? factory = null)
    {
        _meter = factory?.Create(Telemetry.Name) ?? new Meter(Telemetry.Name);
        _accepted = _meter.CreateCounter<long>("slamonitor.events.accepted", "{event}", "Events that were stored and had not been before.");
        _duplicates = _meter.CreateCounter<long>("slamonitor.events.duplicates", "{event}", "Events that had been stored before.");
        _runs = _meter.CreateCounter<long>("slamonitor.evaluation.runs", "{run}", "Evaluations, by outcome.");
        _lag = _meter.CreateGauge<double>(
            "slamonitor.evaluation.lag",
            "s",
            "By how much the oldest due ticket was overdue when an evaluation began; 0 where none was.");
        _fired = _meter.CreateCounter<long>("slamonitor.steps.fired", "{step}", "Escalation steps that were fired.");
        _sent = _meter.CreateCounter<long>("slamonitor.mails.sent", "{mail}", "Mails that the mail system took.");
        _failures = _meter.CreateCounter<long>(
            "slamonitor.mails.failures",
            "{mail}",
            "Mails that the mail system did not take, by outcome: unavailable, deferred or refused.");
        _messages = _meter.CreateCounter<long>(
            "slamonitor.channels.messages",
            "{message}",
            "Messages that were offered to channels, by their kind and the outcome: accepted, unavailable, deferred or refused.");
        _deadLetters = _meter.CreateCounter<long>(
            "slamonitor.dead_letters",
            "{message}",
            "Queue messages that were given up at once, by reason.");
        _unqueued = _meter.CreateCounter<long>(
            "slamonitor.mails.unqueued",
            "{mail}",
            "Mails that the queue can never take: nobody is told.");
        _reports = _meter.CreateCounter<long>(
            "slamonitor.mails.reports",
            "{report}",
            "What the mail system told later of mails that it had taken, by kind.");
        _rejected = _meter.CreateCounter<long>(
            "slamonitor.webhooks.rejected",
            "{webhook}",
            "Webhooks of helpdesks that were not taken, by reason.");
    }

    /// <summary>The meter that all of them are of.</summary>
    public Meter Meter => _meter;

    /// <summary>A delivery was taken in.</summary>
    /// <param name="stored">Events that had not been stored before.</param>
    /// <param name="duplicates">Events that had.</param>
    public void Ingested(int stored, int duplicates)
    {
        _accepted.Add(stored);
        _duplicates.Add(duplicates);
    }

    /// <summary>An evaluation has begun.</summary>
    /// <param name="lag">By how much the oldest due ticket is overdue; zero where none is due.</param>
    public void EvaluationBegan(NodaTime.Duration lag) => _lag.Record(lag.TotalSeconds);

    /// <summary>Steps were fired and recorded as such.</summary>
    public void Fired(int steps) => _fired.Add(steps);

    /// <summary>An evaluation has ended.</summary>
    /// <param name="outcome">
    /// <c>ok</c>, <c>incomplete</c> where some tickets could not be evaluated, <c>waits</c> where nobody could be told, or <c>failed</c>.
    /// </param>
    public void EvaluationEnded(string outcome) => _runs.Add(1, Tag("outcome", outcome));

    /// <summary>A mail was offered to the mail system.</summary>
    public void Offered(SendOutcome outcome)
    {
        if (outcome is SendOutcome.Accepted) _sent.Add(1);
        else _failures.Add(1, Tag("outcome", OutcomeOf(outcome)));
    }

    /// <summary>A message was offered to a channel.</summary>
    /// <param name="kind">What the channel is.</param>
    /// <param name="outcome">What became of it.</param>
    public void Offered(string kind, SendOutcome outcome) => _messages.Add(1, Tag("kind", kind), Tag("outcome", OutcomeOf(outcome)));

    /// <summary>A queue message was given up.</summary>
    public void DeadLettered(string reason) => _deadLetters.Add(1, Tag("reason", reason));

    /// <summary>A mail cannot be put on the queue, now or ever.</summary>
    public void NotQueued() => _unqueued.Add(1);

    /// <summary>The mail system told something of a mail.</summary>
    public void Reported(string kind) => _reports.Add(1, Tag("kind", kind));

    /// <summary>A helpdesk's webhook was not taken.</summary>
    /// <param name="reason">Why, in one of a handful of words.</param>
    public void WebhookRejected(string reason) => _rejected.Add(1, Tag("reason", reason));

    /// <inheritdoc />
    public void Dispose() => _meter.Dispose();

    private static string OutcomeOf(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Accepted => "accepted",
        SendOutcome.Unavailable => "unavailable",
        SendOutcome.Deferred => "deferred",
        _ => "refused",
    };

    private static KeyValuePair<string, object?> Tag(string name, string value) => new($"slamonitor.{name}", value);
}
