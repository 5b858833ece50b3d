using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Evaluation;
using SlaMonitor.Monitoring.Ingestion;
using SlaMonitor.Monitoring.Notification;
using SlaMonitor.Monitoring.Notification.Delivery;
using SlaMonitor.Monitoring.Observability;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Tests.Harness;
using SlaMonitor.Samples;

namespace SlaMonitor.Monitoring.Tests.Observability;

public sealed class MetricTests : IDisposable
{
    private static readonly TicketChange Annas = new() { Assignee = "anna@example.com" };

    private readonly Workplace _place = new(configure: services => services.AddMetrics());

    private DeadlineEvaluator Evaluator => _place.Get<DeadlineEvaluator>();

    [Fact]
    public async Task Events_AreCountedOnceAccepted_AndAsDuplicatesAfterwards()
    {
        using var accepted = Counter("slamonitor.events.accepted");
        using var duplicates = Counter("slamonitor.events.duplicates");
        var ingestor = _place.Get<EventIngestor>();
        await ingestor.IngestAsync([Events.Created("A"), Events.Created("B"), Events.Created("A")], default);
        await ingestor.IngestAsync([Events.Created("A")], default);

        Assert.Equal((2, 2), (Sum(accepted), Sum(duplicates)));
    }

    [Fact]
    public async Task Evaluation_TellsItsLag_ItsStepsAndItsOutcome()
    {
        using var lag = new MetricCollector<double>(_place.Get<IMeterFactory>(), Telemetry.Name, "slamonitor.evaluation.lag");
        using var runs = Counter("slamonitor.evaluation.runs");
        using var fired = Counter("slamonitor.steps.fired");
        await Evaluator.EvaluateAsync(default);
        Assert.Equal(0, lag.LastMeasurement!.Value);

        await _place.Get<EventIngestor>()
            .IngestAsync([Events.Created("A", change: Annas), Events.Created("B", "2026-03-02T08:01:00Z", change: Annas)], default);
        _place.Clock.Advance(Duration.FromMinutes(125)); // A's warning came after 120, B's a minute later
        await Evaluator.EvaluateAsync(default);

        Assert.Equal(5 * 60, lag.LastMeasurement.Value);
        Assert.Equal((2, 2), (Sum(fired), Sum(runs, "slamonitor.outcome", "ok")));
    }

    [Fact]
    public async Task Evaluation_OfATicketThatCannotBeRead_IsIncomplete_AndWithoutAStoreFailed()
    {
        using var runs = Counter("slamonitor.evaluation.runs");
        await _place.Get<EventIngestor>().IngestAsync([Events.Created("A", change: Annas)], default);
        _place.Clock.Advance(Duration.FromHours(3));
        await Assert.ThrowsAsync<AggregateException>(() =>
            _place.Make<DeadlineEvaluator>(StoreMock.NotReading(_place.Store, "A")).EvaluateAsync(default));
        await Assert.ThrowsAsync<StoreUnavailableException>(
            () => _place.Make<DeadlineEvaluator>(StoreMock.OutOfReach()).EvaluateAsync(default));

        Assert.Equal((1, 1), (Sum(runs, "slamonitor.outcome", "incomplete"), Sum(runs, "slamonitor.outcome", "failed")));
    }

    [Fact]
    public async Task Evaluation_WhileNobodyCouldBeTold_IsHeld_AndItsLagGrows()
    {
        using var lag = new MetricCollector<double>(_place.Get<IMeterFactory>(), Telemetry.Name, "slamonitor.evaluation.lag");
        using var runs = Counter("slamonitor.evaluation.runs");
        await _place.Get<EventIngestor>().IngestAsync([Events.Created("A", change: Annas)], default);
        _place.Clock.Advance(Duration.FromHours(3));
        _place.Mailer.Obstacle = "There is no key.";
        await Evaluator.EvaluateAsync(default);

        Assert.Equal((1, 1, 3600), (Sum(runs), Sum(runs, "slamonitor.outcome", "waits"), lag.LastMeasurement!.Value));
    }

    [Fact]
    public async Task Mails_AreCountedByWhatTheMailSystemSaid()
    {
        using var sent = Counter("slamonitor.mails.sent");
        using var failures = Counter("slamonitor.mails.failures");
        await _place.Get<EventIngestor>().IngestAsync([Events.Created("A", change: Annas)], default);
        _place.Clock.Advance(Duration.FromHours(3));
        await Evaluator.EvaluateAsync(default);
        var order = Assert.Single(await _place.TakeAllAsync()).Body;
        var notifier = _place.Get<Notifier>();

        SendOutcome[] said =
            [new SendOutcome.Deferred("busy"), new SendOutcome.Refused("no such user"), new SendOutcome.Unavailable("away")];
        foreach (var outcome in said)
        {
            _place.Mailer.Script.Enqueue(outcome);
            await notifier.NotifyAsync(order, default);
        }

        Assert.Equal(0, Sum(sent));
        _place.Time.Advance(TimeSpan.FromMinutes(1));
        await notifier.NotifyAsync(order, default);

        Assert.Equal(
            (1, 1, 1, 1),
            (Sum(sent), Sum(failures, "slamonitor.outcome", "deferred"), Sum(failures, "slamonitor.outcome", "refused"),
                Sum(failures, "slamonitor.outcome", "unavailable")));
    }

    [Fact]
    public async Task DeliveryReports_AreCountedByKind()
    {
        using var reports = Counter("slamonitor.mails.reports");
        var report = new DeliveryReport("n", "T", "a@b.example", DeliveryKind.Delivered, "", _place.Clock.GetCurrentInstant(), "e");
        await _place.Get<IDeliveryReports>().AcceptAsync([report, report, report with { Kind = DeliveryKind.SpamReport }], default);

        Assert.Equal((2, 1), (Sum(reports, "slamonitor.kind", "delivered"), Sum(reports, "slamonitor.kind", "spamReport")));
    }

    public void Dispose() => _place.Dispose();

    private static long Sum(MetricCollector<long> counter, string? tag = null, string? value = null) =>
        counter.GetMeasurementSnapshot()
            .Where(m => tag is null || m.ContainsTags(KeyValuePair.Create(tag, (object?)value)))
            .Sum(m => m.Value);

    private MetricCollector<long> Counter(string name) => new(_place.Get<IMeterFactory>(), Telemetry.Name, name);
}
