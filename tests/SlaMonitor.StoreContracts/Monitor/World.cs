using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using NodaTime.Testing;
using SlaMonitor.Agreements;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.StoreContracts.Monitor;

/// <summary>
/// What outlives a process of the monitor, beside its store: the time, the agreement, the notes, and a queue that drops what it has seen.
/// </summary>
public sealed class World : INotificationQueue, IAgreementSource, IMonitorNotes
{
    private const string Agreement = """
        agreement: office
        title: Office
        version: 1
        effectiveFrom: 2020-01-01
        timeZone: Europe/Berlin
        calendars:
          office:
            week: { mon-fri: "09:00-18:00" }
        targets:
          - { id: urgent,     metric: firstResponse, within: 1h,  calendar: office, when: { priority: urgent } }
          - { id: response,   metric: firstResponse, within: 4h,  calendar: office }
          - { id: resolution, metric: resolution,    within: 18h, calendar: office }
        contacts:
          support: { email: support@example.com }
        fallbackContact: support
        escalation:
          - steps:
              - { at: 50%, notify: [support] }
              - { at: due, notify: [support] }
        """;

    private static readonly AgreementBook Book =
        AgreementLoader.Load([new AgreementText("office.yaml", Encoding.UTF8.GetBytes(Agreement))]).Book
        ?? throw new InvalidOperationException();

    private readonly Dictionary<string, OutgoingMessage> _messages = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, MonitorNote> _notes = new(StringComparer.Ordinal);

    /// <summary>Monday, 2 March 2026, 09:00 in Berlin, where the office opens.</summary>
    public static Instant Opening { get; } = Instant.FromUtc(2026, 3, 2, 8, 0);

    public FakeClock Clock { get; } = new(Opening);

    /// <summary>What was put on the queue, each message id once.</summary>
    public IReadOnlyList<OutgoingMessage> Messages
    {
        get
        {
            lock (_messages) return [.. _messages.Values];
        }
    }

    /// <summary>Which steps of which tickets the messages tell of.</summary>
    public IReadOnlySet<(string TicketId, string StepId)> Told() =>
        (from message in Messages
         from item in JsonNode.Parse(message.Body)!["items"]!.AsArray()
         select ((string)item!["ticketId"]!, $"{item["clock"]}/{item["moment"]}")).ToHashSet();

    public Task<IReadOnlyList<RefusedMessage>> SendAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        lock (_messages)
        {
            foreach (var message in messages) _messages.TryAdd(message.MessageId, message);
        }

        return Task.FromResult<IReadOnlyList<RefusedMessage>>([]);
    }

    public Task KeepAsync(MonitorNote note, CancellationToken cancellationToken)
    {
        _notes[note.Name] = note;
        return Task.CompletedTask;
    }

    public Task<MonitorNote> AddAsync(MonitorNote note, CancellationToken cancellationToken) =>
        Task.FromResult(_notes.GetOrAdd(note.Name, note));

    public Task<MonitorNote?> FindAsync(string name, CancellationToken cancellationToken) =>
        Task.FromResult(_notes.GetValueOrDefault(name));

    public Task<KeptPage<MonitorNote>> ReadAsync(string prefix, string? after, int most, CancellationToken cancellationToken) =>
        Task.FromResult(new KeptPage<MonitorNote>(
            [.. _notes.Values.Where(note => note.Name.StartsWith(prefix, StringComparison.Ordinal))], Next: null));

    public Task DropAsync(string name, CancellationToken cancellationToken)
    {
        _notes.TryRemove(name, out _);
        return Task.CompletedTask;
    }

    public Task<AgreementBook> GetAsync(CancellationToken cancellationToken) => Task.FromResult(Book);

    public Task<AgreementBook> GetTermsAsync(CancellationToken cancellationToken) => Task.FromResult(Book);

    public Task SendLaterAsync(OutgoingMessage message, TimeSpan wait, CancellationToken cancellationToken) =>
        SendAsync([message], cancellationToken);

    public Task<QueueDepth?> MeasureAsync(CancellationToken cancellationToken) => Task.FromResult<QueueDepth?>(null);

    /// <summary>An event of this morning, <paramref name="minute"/> minutes after the opening.</summary>
    public static TicketEvent Event(string ticket, int minute, TicketEventType type, TicketChange? change = null) =>
        TicketEvents.Plain(ticket, $"{type}-{minute}") with
        {
            Time = Opening + Duration.FromMinutes(minute),
            Type = type,
            TypeName = $"ticket.{type}".ToLowerInvariant(),
            Change = change ?? TicketChange.None,
        };
}
