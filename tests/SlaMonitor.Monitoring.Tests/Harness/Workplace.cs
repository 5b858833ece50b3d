using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;
using SlaMonitor.Local;
using SlaMonitor.Local.Hosting.Settings;
using SlaMonitor.Local.Queues;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Monitoring.Assessment;
using SlaMonitor.Monitoring.Health.Findings;
using SlaMonitor.Monitoring.Notification;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Samples;

namespace SlaMonitor.Monitoring.Tests.Harness;

/// <summary>
/// A whole monitor on real stores and queues in a folder of one test's own; only the clock and the mail system are the test's.
/// </summary>
internal sealed class Workplace : IDisposable
{
    private const string QueueName = "notifications";

    private readonly string _folder = Directory.CreateTempSubdirectory("sla-monitoring-").FullName;
    private readonly ServiceProvider _provider;

    public Workplace(string agreement = FixedAgreements.Office, Action<IServiceCollection>? configure = null)
    {
        var services = new ServiceCollection().AddLogging().AddMonitoring();
        services.AddSingleton<IClock>(Clock).AddSingleton<IMailer>(Mailer).AddSingleton<IAgreementSource>(new FixedAgreements(agreement));
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton(provider => new LocalQueues(Path.Combine(_folder, "queues.db"), new QueueOptions(), Time));
        services.AddSingleton(new LocalHostSettings { DataFolder = _folder, MailFolder = _folder, Urls = [] });
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("NotificationsQueue", QueueName), new("Acknowledgement:PublicUrl", "https://sla.example.com")])
            .Build();
        services.AddSingleton<IConfiguration>(configuration).AddLocalPorts(configuration);
        RecordingComposer.Register(services);
        TakeAwayProbesOf(services);
        configure?.Invoke(services);
        _provider = services.BuildServiceProvider();
    }

    /// <summary>Monday, 2 March 2026, 09:00 in Berlin, where the office of the agreement opens.</summary>
    public FakeClock Clock { get; } = new(Instant.FromUtc(2026, 3, 2, 8, 0));

    /// <summary>What queues and mail systems live in: "real" time, which does not go by unless a test says so.</summary>
    public MachineTime Time { get; } = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));

    public ScriptedMailer Mailer { get; } = new();

    /// <summary>What every mail that was handed over is made of.</summary>
    public IReadOnlyList<MailContents> Contents => Get<RecordingComposer>().Contents;

    /// <summary>Where everything of it is kept.</summary>
    public string Folder => _folder;

    public ITicketStore Store => Get<ITicketStore>();

    public INotificationLedger Ledger => Get<INotificationLedger>();

    public T Get<T>()
        where T : notnull => _provider.GetRequiredService<T>();

    /// <summary>A part of the program with some of its ports replaced.</summary>
    public T Make<T>(params object[] replaced) => ActivatorUtilities.CreateInstance<T>(new Replacement(_provider, replaced));

    /// <summary>Takes everything that waits in the queue, in the order of sending.</summary>
    public async Task<IReadOnlyList<ReceivedMessage>> TakeAllAsync()
    {
        var queues = Get<LocalQueues>();
        var taken = new List<ReceivedMessage>();
        while (queues.Count(QueueName).Active > 0)
        {
            foreach (var message in await queues.ReceiveAsync(QueueName, 100, CancellationToken.None))
            {
                taken.Add(message);
                await queues.CompleteAsync(message, CancellationToken.None);
            }
        }

        return taken;
    }

    /// <summary>Lets the notifier handle everything that waits in the queue, and what that puts there.</summary>
    public async Task NotifyAllAsync()
    {
        while (Get<LocalQueues>().Count(QueueName).Active > 0)
            await HandleAllAsync(message => Get<Notifier>().NotifyAsync(message.Body, default));
    }

    /// <summary>Handles everything that the queue gives out now. What is given up goes to the dead letters, as in the host.</summary>
    public async Task HandleAllAsync(Func<ReceivedMessage, Task<NotificationOutcome>> handle)
    {
        var queues = Get<LocalQueues>();
        if (queues.Count(QueueName).Active == 0) return;

        foreach (var message in await queues.ReceiveAsync(QueueName, 100, CancellationToken.None))
        {
            if (await handle(message) is NotificationOutcome.Poison poison)
                await queues.DeadLetterAsync(message, poison.Reason, poison.Description, CancellationToken.None);
            else
                await queues.CompleteAsync(message, CancellationToken.None);
        }
    }

    public void Dispose()
    {
        _provider.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The disk of the machine that runs the tests is its own affair. It is the one probe that the ports bring.</summary>
    private static void TakeAwayProbesOf(IServiceCollection services)
    {
        services.Remove(services.Single(one => one.ServiceType == typeof(IHealthProbe) && one.ImplementationFactory is not null));
    }

    /// <summary>The services of the program with some replaced; tickets are loaded by way of the replaced store.</summary>
    private sealed class Replacement(IServiceProvider provider, object[] replaced) : IServiceProvider
    {
        public object? GetService(Type serviceType) => Array.Find(replaced, serviceType.IsInstanceOfType)
            ?? (serviceType == typeof(AssessedTickets)
                ? ActivatorUtilities.CreateInstance<AssessedTickets>(this)
                : provider.GetService(serviceType));
    }
}
