using System.Collections.Concurrent;
using Amqp;
using Amqp.Listener;

namespace SlaMonitor.StoreContracts.Emulator.ServiceBus;

/// <summary>
/// As much of Service Bus as the monitor uses, in this process on a free port of this machine: it speaks AMQP 1.0 to the real SDK. Queues,
/// which outlive a stop of the broker, with locks, dead letters, duplicate detection and a limit of size; and troubles on demand.
/// </summary>
public sealed class LoopbackBroker : IDisposable
{
    /// <summary>What the Standard tier takes at once, in bytes.</summary>
    public const int StandardSize = 256 * 1024;

    private readonly ConcurrentDictionary<string, BrokerQueue> _queues = new(StringComparer.OrdinalIgnoreCase);
    private readonly int _port = FreePort.Find();
    private readonly CbsTokens _tokens = new();
    private ContainerHost? _host;

    /// <summary>Starts it, with one queue.</summary>
    public LoopbackBroker(string queue)
    {
        Queue = Add(queue);
        Start();
    }

    /// <summary>The queue that it was started with.</summary>
    public BrokerQueue Queue { get; }

    /// <summary>For the SDK, and for the setting <c>ServiceBusConnection</c> of the program.</summary>
    public string ConnectionString =>
        $"Endpoint=sb://127.0.0.1:{_port};SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=a2V5;UseDevelopmentEmulator=true";

    /// <summary>The size that it tells every sender, in bytes; <see cref="StandardSize"/> unless set.</summary>
    public int LargestMessage { get; set; } = StandardSize;

    /// <summary>Whether it lets nobody in: every token is refused.</summary>
    public bool LetsNobodyIn
    {
        get => _tokens.AreRefused;
        set => _tokens.AreRefused = value;
    }

    /// <summary>Adds a queue.</summary>
    public BrokerQueue Add(string name) => _queues.GetOrAdd(name, key => new BrokerQueue(key));

    /// <summary>Comes back, on the same port, with all that lies in its queues.</summary>
    public void Start()
    {
        _host = new ContainerHost(new Address($"amqp://127.0.0.1:{_port}"));
        _host.Listeners[0].SASL.EnableMechanism(CbsLogin.Name, new CbsLogin());
        _host.Listeners[0].HandlerFactory = _ => new BrokerHandler(() => LargestMessage);
        _host.RegisterRequestProcessor("$cbs", _tokens);
        foreach (var queue in _queues.Values)
        {
            _host.RegisterRequestProcessor($"{queue.Name}/$management", new BrokerManagement(queue.Active, queue.Later));
            _host.RegisterRequestProcessor($"{queue.Name}/$DeadLetterQueue/$management", new BrokerManagement(queue.Dead, queue.Later));
        }

        _host.RegisterLinkProcessor(new BrokerLinks(_queues));
        _host.Open();
    }

    /// <summary>Goes away: connections are cut and nobody listens.</summary>
    public void Stop()
    {
        _host?.Close();
        _host = null;
    }

    public void Dispose() => Stop();
}
