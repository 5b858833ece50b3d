using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using SlaMonitor.Local.Notifications;
using SlaMonitor.Local.Queues;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Local.Tests.Notifications;

public sealed class LocalNotificationQueueTests : IDisposable
{
    private const string Name = "notifications";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sla-queue-");

    private string File => Path.Combine(_folder.FullName, "queues.db");

    [Fact]
    public async Task Send_TheSameNotificationTwice_LiesInTheQueueOnce()
    {
        using var queues = new LocalQueues(File, new QueueOptions(), new FakeTimeProvider());
        var queue = new LocalNotificationQueue(queues, Name);

        await queue.SendAsync([new OutgoingMessage("n1", "step", "HD-1", "{}")], default);
        await queue.SendAsync([new OutgoingMessage("n1", "step", "HD-1", "{}"), new OutgoingMessage("n2", "step", "HD-1", "{}")], default);

        Assert.Equal(new QueueDepth(2, 0), await queue.MeasureAsync(default));
    }

    [Fact]
    public async Task Send_AMessageThatIsTooLarge_IsGivenBackWithTheReason_AndTheOthersGo()
    {
        using var queues = new LocalQueues(File, new QueueOptions(), new FakeTimeProvider());
        var queue = new LocalNotificationQueue(queues, Name);
        OutgoingMessage[] messages =
        [
            new("n1", "step", "HD-1", "{}"),
            new("huge", "step", "HD-2", new string('x', 300_000)),
            new("n2", "step", "HD-3", "{}"),
        ];

        var refused = Assert.Single(await queue.SendAsync(messages, default));

        Assert.Equal((messages[1], "The body of message 'huge' has 300000 bytes; 262144 are allowed."), (refused.Message, refused.Reason));
        Assert.Equal(new QueueDepth(2, 0), await queue.MeasureAsync(default));
    }

    [Fact]
    public async Task Send_FileHeldBySomebodyElse_IsAnOutageAndNoMistake()
    {
        using var queues = new LocalQueues(File, new QueueOptions(), new FakeTimeProvider());
        var queue = new LocalNotificationQueue(queues, Name);
        await using var other = new SqliteConnection($"Data Source={File};Pooling=False");
        await other.OpenAsync();
        await using var command = other.CreateCommand();
        command.CommandText = "BEGIN EXCLUSIVE";
        await command.ExecuteNonQueryAsync();

        await Assert.ThrowsAsync<QueueUnavailableException>(
            () => queue.SendAsync([new OutgoingMessage("n1", "step", "HD-1", "{}")], default));
        await Assert.ThrowsAsync<QueueUnavailableException>(() => queue.ProbeAsync(default));
    }

    [Fact]
    public async Task Probe_LeavesNothing()
    {
        using var queues = new LocalQueues(File, new QueueOptions(), new FakeTimeProvider());
        var queue = new LocalNotificationQueue(queues, Name);
        await queue.ProbeAsync(default);
        await queue.ProbeAsync(default);

        Assert.Equal(new QueueDepth(0, 0), await queue.MeasureAsync(default));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
