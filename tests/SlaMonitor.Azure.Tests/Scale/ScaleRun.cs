using SlaMonitor.Azure.Tables;
using SlaMonitor.Azure.Tables.Rows;

namespace SlaMonitor.Azure.Tests.Scale;

/// <summary>
/// A simulation: evaluators and notifiers on tables and a queue of which every request takes <see cref="Latency"/>, until all that is due
/// was told and recorded. The time is virtual; what works is the program's own code.
/// </summary>
internal sealed class ScaleRun
{
    private const int Shards = 16;

    /// <summary><c>maxConcurrentCalls</c> of host.json: how many messages an instance handles at once.</summary>
    private const int CallsAtOnce = 16;

    /// <summary><c>functionTimeout</c> of host.json: when the host ends an evaluation.</summary>
    private static readonly Duration FunctionTimeout = Duration.FromMinutes(5);

    private static readonly Duration Tick = Duration.FromMinutes(1);

    private readonly VirtualTime _time = new(DueTickets.Tick);
    private readonly MemoryTables _tables;
    private readonly MemoryQueue _queue;
    private readonly ToldPeople _people;
    private Instant _recordedAt;

    private ScaleRun(MemoryTables tables)
    {
        _tables = tables;
        _queue = new MemoryQueue { Request = WaitAsync };
        _people = new ToldPeople(_time) { Request = WaitAsync };
        _tables.Request = WaitAsync;
    }

    /// <summary>How long every request takes.</summary>
    public static Duration Latency { get; } = Duration.FromMilliseconds(10);

    /// <summary>Tables with that many tickets, all due at <see cref="DueTickets.Tick"/>.</summary>
    public static MemoryTables Prepare(int tickets)
    {
        var tables = new MemoryTables();
        var time = new VirtualTime(DueTickets.Opening);
        using var instance = new MonitorInstance(tables, new(Shards), new(), new(time), time);
        time.Run(async () =>
        {
            for (var number = 0; number < tickets; number++) await instance.IngestAsync(DueTickets.Created(number));
        });
        return tables;
    }

    /// <summary>Runs until nothing is due.</summary>
    /// <param name="prepared">The tables before; they are not changed.</param>
    /// <param name="evaluators">How many evaluators.</param>
    /// <param name="notifiers">How many instances that handle messages.</param>
    /// <param name="shared">Whether each evaluator has shards of its own; otherwise all of them look at everything.</param>
    public static ScaleFigures Run(MemoryTables prepared, int evaluators, int notifiers, bool shared = true)
    {
        var run = new ScaleRun(prepared.Copy());
        run._time.Run(() => run.RunAsync(evaluators, notifiers, shared));
        return new(
            [.. run._people.Told.Select(told => (told.Notification, told.At - DueTickets.Tick))],
            run._recordedAt - DueTickets.Tick,
            run._people.Mails,
            run._tables.Requests,
            run._tables.Conflicts);
    }

    private async Task RunAsync(int evaluators, int notifiers, bool shared)
    {
        var instances = Enumerable.Range(1, Math.Max(evaluators, notifiers))
            .Select(number => new MonitorInstance(
                _tables, shared && number <= evaluators ? new(Shards, evaluators, number) : new(Shards), _queue, _people, _time))
            .ToList();
        var notifying = Task.WhenAll(instances.Take(notifiers).Select(instance => instance.NotifyAsync(CallsAtOnce)));
        await Task.WhenAll(instances.Take(evaluators).Select(EvaluateAsync));
        _queue.Close();
        await notifying;
        instances.ForEach(instance => instance.Dispose());
    }

    /// <summary>The timer of one instance: one evaluation at a time, each begun by a tick.</summary>
    private async Task EvaluateAsync(MonitorInstance instance)
    {
        while (IsAnythingDue())
        {
            using var timeout = new CancellationTokenSource();
            var isOver = false;
            _time.At(_time.GetCurrentInstant() + FunctionTimeout, () =>
            {
                if (!isOver) timeout.Cancel();
            });
            try
            {
                await instance.EvaluateAsync(timeout.Token);
            }
            catch (OperationCanceledException) when (timeout.IsCancellationRequested)
            {
                // The next tick finds what is left.
            }

            isOver = true;
            if (IsAnythingDue()) await _time.DelayAsync(UntilNextTick());
            else if (_recordedAt == default) _recordedAt = _time.GetCurrentInstant();
        }
    }

    private bool IsAnythingDue() => _tables.Table(TableNames.Due).Rows
        .Any(row => string.CompareOrdinal(row.RowKey, DueRow.FirstKeyOf(DueTickets.Tick)) < 0);

    private Duration UntilNextTick() =>
        Tick - Duration.FromTicks((_time.GetCurrentInstant() - DueTickets.Tick).BclCompatibleTicks % Tick.BclCompatibleTicks);

    private Task WaitAsync() => _time.DelayAsync(Latency);
}
