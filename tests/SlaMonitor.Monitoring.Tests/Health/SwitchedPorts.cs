using Microsoft.Extensions.DependencyInjection;
using Moq;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Tests.Harness;

namespace SlaMonitor.Monitoring.Tests.Health;

/// <summary>The ports of the workplace, which fail when the test says so.</summary>
internal sealed class SwitchedPorts
{
    public bool NotesCannotBeWritten { get; set; }

    public bool QueueCannotBeWritten { get; set; }

    public string? UnreadableTicket { get; set; }

    public void Register(IServiceCollection services)
    {
        Wrap<IMonitorNotes>(services, notes => new Notes(notes, this));
        Wrap<INotificationQueue>(services, queue => new Queue(queue, this));
        Wrap<ITicketStore>(services, StoreThatReadsAllBut);
    }

    private ITicketStore StoreThatReadsAllBut(ITicketStore store)
    {
        var mock = StoreMock.Of(store);
        mock.Setup(s => s.LoadAsync(It.Is<string>(id => id == UnreadableTicket), It.IsAny<CancellationToken>()))
            .Throws(() => new FormatException($"{UnreadableTicket} cannot be read."));
        return mock.Object;
    }

    private static void Wrap<T>(IServiceCollection services, Func<T, T> around)
        where T : class
    {
        var real = services.Last(service => service.ServiceType == typeof(T)).ImplementationFactory!;
        services.AddSingleton(provider => around((T)real(provider)));
    }

    private sealed class Notes(IMonitorNotes notes, SwitchedPorts ports) : IMonitorNotes
    {
        public Task KeepAsync(MonitorNote note, CancellationToken cancellationToken) => ports.NotesCannotBeWritten
            ? throw new StoreUnavailableException("The database or disk is full.")
            : notes.KeepAsync(note, cancellationToken);

        public Task<MonitorNote> AddAsync(MonitorNote note, CancellationToken cancellationToken) =>
            notes.AddAsync(note, cancellationToken);

        public Task<MonitorNote?> FindAsync(string name, CancellationToken cancellationToken) => notes.FindAsync(name, cancellationToken);

        public Task<KeptPage<MonitorNote>> ReadAsync(string prefix, string? after, int most, CancellationToken cancellationToken) =>
            notes.ReadAsync(prefix, after, most, cancellationToken);

        public Task DropAsync(string name, CancellationToken cancellationToken) => notes.DropAsync(name, cancellationToken);
    }

    private sealed class Queue(INotificationQueue queue, SwitchedPorts ports) : INotificationQueue
    {
        public Task<IReadOnlyList<RefusedMessage>> SendAsync(
            IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken) =>
            ports.QueueCannotBeWritten ? throw Away() : queue.SendAsync(messages, cancellationToken);

        public Task SendLaterAsync(OutgoingMessage message, TimeSpan wait, CancellationToken cancellationToken) =>
            ports.QueueCannotBeWritten ? throw Away() : queue.SendLaterAsync(message, wait, cancellationToken);

        public Task ProbeAsync(CancellationToken cancellationToken) =>
            ports.QueueCannotBeWritten ? throw Away() : queue.ProbeAsync(cancellationToken);

        public Task<QueueDepth?> MeasureAsync(CancellationToken cancellationToken) => queue.MeasureAsync(cancellationToken);

        private static QueueUnavailableException Away() => new("The queue takes nothing.");
    }
}
