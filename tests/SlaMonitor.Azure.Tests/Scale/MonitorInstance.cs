using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SlaMonitor.Azure.Tables;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Monitoring;
using SlaMonitor.Monitoring.Evaluation;
using SlaMonitor.Monitoring.Ingestion;
using SlaMonitor.Monitoring.Notification;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Samples;

namespace SlaMonitor.Azure.Tests.Scale;

/// <summary>
/// One of several instances of the monitor that share tables, queue and mail system: the program's own code on all of them.
/// </summary>
internal sealed class MonitorInstance : IDisposable
{
    private readonly ServiceProvider _provider;
    private readonly MemoryQueue _queue;

    public MonitorInstance(
        TableServiceClient tables, DueShards shards, MemoryQueue queue, ToldPeople people, IClock clock, bool groupsMails = false)
    {
        _queue = queue;
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
            [
                new("Acknowledgement:PublicUrl", "https://sla.example.com"),
                new("Acknowledgement:Key", Convert.ToBase64String([.. Enumerable.Range(1, 32).Select(n => (byte)n)])),
            ])
            .Build();
        var time = new FakeTimeProvider();
        _provider = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(clock)
            .AddSingleton<TimeProvider>(time)
            .AddSingleton<IAgreementSource>(new OfficeAgreement(groupsMails))
            .AddSingleton<ITicketStore>(new TableTicketStore(tables, shards, NullLogger<TableTicketStore>.Instance))
            .AddSingleton<IPromiseShelves>(new TablePromiseShelves(tables, shards, time))
            .AddSingleton<INotificationLedger>(new TableNotificationLedger(tables, NullLogger<TableNotificationLedger>.Instance))
            .AddSingleton<IMailManifests>(new TableMailManifests(tables))
            .AddSingleton<IMonitorNotes>(new TableMonitorNotes(tables))
            .AddSingleton<IAuditLog>(new TableAuditLog(tables))
            .AddSingleton<INotificationQueue>(queue)
            .AddSingleton<IMailComposer>(people)
            .AddSingleton<IMailer>(people)
            .AddMonitoring()
            .BuildServiceProvider();
    }

    public ITicketStore Store => _provider.GetRequiredService<ITicketStore>();

    public Task IngestAsync(params TicketEvent[] events) =>
        _provider.GetRequiredService<EventIngestor>().IngestAsync(events, CancellationToken.None);

    public Task<EvaluationReport> EvaluateAsync(CancellationToken cancellationToken = default) =>
        _provider.GetRequiredService<DeadlineEvaluator>().EvaluateAsync(cancellationToken);

    /// <summary>Handles messages, several at once, until the queue is closed and all of it is done.</summary>
    public Task NotifyAsync(int callsAtOnce) => Task.WhenAll(Enumerable.Range(0, callsAtOnce).Select(async _ =>
    {
        while (await _queue.TakeAsync() is { } message)
        {
            await _provider.GetRequiredService<Notifier>().NotifyAsync(message.Body, CancellationToken.None);
            await _queue.CompleteAsync();
        }
    }));

    public void Dispose() => _provider.Dispose();

    private sealed class OfficeAgreement(bool groupsMails) : IAgreementSource
    {
        private readonly AgreementBook _book =
            SampleAgreements.Load($"{SampleAgreements.Office}\ngrouping: {{ every: {(groupsMails ? "15m" : "0")} }}");

        public Task<AgreementBook> GetAsync(CancellationToken cancellationToken) => Task.FromResult(_book);

        public Task<AgreementBook> GetTermsAsync(CancellationToken cancellationToken) => Task.FromResult(_book);
    }
}
