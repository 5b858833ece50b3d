using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Evaluation;
using SlaMonitor.Monitoring.Ingestion;
using SlaMonitor.Monitoring.Notification.Acknowledging;
using SlaMonitor.Monitoring.Notification.Addressees;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.StoreContracts.Monitor;

/// <summary>
/// One process of the monitor on a store: it takes events in and evaluates. Several of them may share a store and a world.
/// </summary>
public sealed class MonitorOnStore(
    ITicketStore store, INotificationLedger ledger, World world, IPromiseShelves? shelves = null) : IServiceProvider
{
    /// <summary>Nothing stands in the way of mails; but what takes events in and evaluates sends none, and fails when it tries.</summary>
    private static readonly IMailer Mailer = Mock.Of<IMailer>(mailer => mailer.Obstacle == null, MockBehavior.Strict);

    // What a process does once after its start is done once here too.
    private ChangedTerms? _changed;

    public ITicketStore Store { get; } = store;

    public Task<IngestionReceipt> IngestAsync(params TicketEvent[] events) =>
        ActivatorUtilities.CreateInstance<EventIngestor>(this).IngestAsync(events, CancellationToken.None);

    public Task<EvaluationReport> EvaluateAsync() =>
        ActivatorUtilities.CreateInstance<DeadlineEvaluator>(this).EvaluateAsync(CancellationToken.None);

    /// <summary>A part of the program on these stores.</summary>
    public T Make<T>() => ActivatorUtilities.CreateInstance<T>(this);

    /// <summary>The ports and the clock are this test's, loggers say nothing, and what else the monitor is made of is made.</summary>
    public object? GetService(Type serviceType)
    {
        object[] services =
        [
            Store, ledger, world, world.Clock, Mailer, Options.Create(new AcknowledgeOptions()),
            Options.Create(new RecipientOptions()), new StoppedTime(),
        ];
        if (serviceType.IsGenericType && serviceType.GetGenericTypeDefinition() == typeof(ILogger<>))
            return Activator.CreateInstance(typeof(NullLogger<>).MakeGenericType(serviceType.GetGenericArguments()));

        if (serviceType == typeof(ChangedTerms)) return _changed ??= ActivatorUtilities.CreateInstance<ChangedTerms>(this);

        if (serviceType == typeof(IPromiseShelves)) return shelves;

        return Array.Find(services, serviceType.IsInstanceOfType)
            ?? (serviceType.IsClass && serviceType.Assembly == typeof(EventIngestor).Assembly
                ? ActivatorUtilities.CreateInstance(this, serviceType)
                : null);
    }

    /// <summary>Time in which nothing takes any.</summary>
    private sealed class StoppedTime : TimeProvider
    {
        public override long GetTimestamp() => 0;
    }
}
