using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SlaMonitor.Azure.ServiceBus;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts.Emulator.ServiceBus;

namespace SlaMonitor.Azure.Tests.ServiceBus;

/// <summary>The monitor's queue as the program makes it, on a broker of this process.</summary>
internal sealed class QueueOnBroker : IAsyncDisposable
{
    public const string Name = "notifications";

    private readonly ServiceBusClient _client;

    /// <param name="queue">The queue that is asked for.</param>
    /// <param name="patience">How long a try may take; as long as in production unless set.</param>
    /// <param name="retries">How often a failed try is repeated.</param>
    public QueueOnBroker(string queue = Name, TimeSpan? patience = null, int retries = 3)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("ServiceBusConnection", Broker.ConnectionString)]).Build();
        _client = ServiceBusConnection.Open(configuration, options =>
        {
            options.RetryOptions.Delay = options.RetryOptions.MaxDelay = TimeSpan.FromMilliseconds(20);
            options.RetryOptions.MaxRetries = retries;
            options.RetryOptions.TryTimeout = patience ?? options.RetryOptions.TryTimeout;
        });
        var unasked = new QueueDepthProbe(
            ServiceBusConnection.OpenAdministration(configuration), queue, new FakeTimeProvider(), NullLogger<QueueDepthProbe>.Instance);
        Queue = new ServiceBusNotificationQueue(_client.CreateSender(queue), unasked, new FakeTimeProvider());
    }

    public LoopbackBroker Broker { get; } = new(Name);

    public ServiceBusNotificationQueue Queue { get; }

    public ServiceBusClient Client => _client;

    public Task<IReadOnlyList<RefusedMessage>> SendAsync(params OutgoingMessage[] messages) =>
        Queue.SendAsync(messages, CancellationToken.None);

    public IEnumerable<string> Ids => Broker.Queue.Messages.Select(message => message.MessageId);

    public static OutgoingMessage Message(string id, int size = 2) => new(id, "resolution/1/due", "HD-1", new string('x', size));

    public static OutgoingMessage[] Messages(int count, int size = 2) =>
        [.. Enumerable.Range(0, count).Select(n => Message($"m{n}", size))];

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        Broker.Dispose();
    }
}
