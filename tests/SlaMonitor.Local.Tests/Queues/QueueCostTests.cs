using Microsoft.Extensions.Time.Testing;
using SlaMonitor.Local.Queues;
using SlaMonitor.Local.Tests.Storage;
using SQLitePCL;

namespace SlaMonitor.Local.Tests.Queues;

/// <summary>What SQLite does for a message must not grow with those that wait: its own instructions are counted.</summary>
public sealed class QueueCostTests : IDisposable
{
    private const string Queue = "notifications";

    private readonly DatabaseFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Receive_AnyNumberOfMessagesWait_CostsTheSame()
    {
        var few = await InstructionsOfAReceiveAsync(waiting: 50);
        var many = await InstructionsOfAReceiveAsync(waiting: 3_000);

        Assert.InRange(many, 1, 2 * few);
    }

    private async Task<int> InstructionsOfAReceiveAsync(int waiting)
    {
        var database = _folder.Create();
        using var queues = new LocalQueues(database, new QueueOptions(), new FakeTimeProvider(), logger: null);
        var messages = Enumerable.Range(0, waiting).Select(n => new QueueMessage($"m{n}", "body")).ToList();
        await queues.SendAsync(Queue, messages, CancellationToken.None);
        Assert.Equal(8, (await queues.ReceiveAsync(Queue, 8, CancellationToken.None)).Count); // compiles

        var instructions = 0;
        delegate_progress count = _ =>
        {
            instructions++;
            return 0; // goes on
        };
        await database.WriteAsync(
            session =>
            {
                raw.sqlite3_progress_handler(session.Connection.Handle, 1, count, null);
                return true;
            },
            CancellationToken.None);
        instructions = 0;
        Assert.Equal(8, (await queues.ReceiveAsync(Queue, 8, CancellationToken.None)).Count);
        var counted = instructions;
        GC.KeepAlive(count);
        return counted;
    }
}
