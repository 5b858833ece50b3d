using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;
using SlaMonitor.Local.Queues;
using SlaMonitor.Local.Tests.Hosting;

namespace SlaMonitor.Local.Tests.Queues;

/// <summary>The process ends while it handles messages: none is given up for that, and one that ends it harms no other.</summary>
public sealed class QueueDeathTests : IDisposable
{
    private const string Queue = "notifications";

    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
    private readonly FakeLogger<LocalQueues> _logger = new();
    private LocalQueues _queues;

    public QueueDeathTests() => _queues = Open();

    [Fact]
    public async Task ThirtyKillsWhileAMessageIsHandled_DoNotBuryIt()
    {
        await SendAsync("m");
        for (var kill = 0; kill < 30; kill++)
        {
            _time.Advance(TimeSpan.FromHours(1));
            Assert.Equal(1, (await ReceiveAsync()).Single().DeliveryCount);
            Restart();
        }

        _time.Advance(TimeSpan.FromHours(1));
        var message = (await ReceiveAsync()).Single();
        Assert.True(await _queues.CompleteAsync(message, default));
        Assert.Equal(new QueueCounts(0, 0), _queues.Count(Queue));
    }

    [Fact]
    public async Task OneOfEightEndsTheProcess_TheOthersAreHandled_AndThatOneWaits()
    {
        await SendAsync([.. Enumerable.Range(0, 8).Select(i => $"m{i}")]);
        Assert.Equal(8, (await ReceiveAsync()).Count);
        Restart();

        var done = new List<string>();
        var receiving = ReceiveAsync();
        for (var turn = 0; turn < 20 && receiving.IsCompleted; turn++, receiving = ReceiveAsync())
        {
            // Each alone: the others are not under way when m3 ends the process.
            var message = Assert.Single(await receiving);
            await AssertNothingComesAsync();
            if (message.MessageId == "m3")
            {
                Restart();
                continue;
            }

            await _queues.CompleteAsync(message, default);
            done.Add(message.MessageId);
        }

        Assert.Equal(["m0", "m1", "m2", "m4", "m5", "m6", "m7"], done.Order(StringComparer.Ordinal));
        Assert.Equal(new QueueCounts(1, 0), _queues.Count(Queue));
        Assert.Contains(_logger.Collector.GetSnapshot(), record => record is { Id.Name: "EndsTheProcess", Level: LogLevel.Error });

        // What comes meanwhile does not wait for it.
        await SendAsync("m8", "m9");
        Assert.Equal(["m8", "m9"], (await receiving).Select(message => message.MessageId));
    }

    [Fact]
    public async Task MessageThatIsHandledAlone_IsSettled_TheOthersComeAtOnce()
    {
        await SendAsync("m0");
        await ReceiveAsync();
        Restart();
        await SendAsync("m1");
        var alone = (await ReceiveAsync()).Single();
        var others = ReceiveAsync();
        Assert.False(others.IsCompleted);

        await _queues.CompleteAsync(alone, default);

        Assert.Equal("m1", (await others).Single().MessageId);
    }

    [Fact]
    public async Task MessageThatIsHandledAlone_IsSettledWhileAnotherQueueIsEmpty_TheOthersComeAtOnce()
    {
        await SendAsync("m0");
        await ReceiveAsync();
        Restart();
        await SendAsync("m1");
        var alone = (await ReceiveAsync()).Single();
        var others = ReceiveAsync();
        Assert.False(_queues.ReceiveAsync("another", 10, default).IsCompleted);

        await _queues.CompleteAsync(alone, default);

        Assert.Equal("m1", (await others.WaitAsync(TimeSpan.FromSeconds(30))).Single().MessageId);
    }

    [Fact]
    public async Task MessageDeliveredTooOften_IsBuriedWithALogLine()
    {
        await SendAsync("m");
        for (var delivery = 0; delivery < 10; delivery++)
        {
            await ReceiveAsync();
            _time.Advance(TimeSpan.FromMinutes(2)); // the lock runs out
        }

        Assert.False(ReceiveAsync().IsCompleted);
        Assert.Equal(new QueueCounts(0, 1), _queues.Count(Queue));
        Assert.Contains(_logger.Collector.GetSnapshot(), record => record is { Id.Name: "Buried", Level: LogLevel.Error });
    }

    [Fact]
    public async Task SentForLater_ComesThen_AndIsNotWaitedFor()
    {
        await _queues.SendAsync(Queue, [new QueueMessage("later", "body")], TimeSpan.FromMinutes(5), default);
        Assert.True(_queues.AreIdle([Queue]));
        var receiving = ReceiveAsync();
        Assert.False(receiving.IsCompleted);

        _time.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal("later", (await receiving).Single().MessageId);
    }

    /// <summary>Nobody is left waiting who would take the next message from the test.</summary>
    private async Task AssertNothingComesAsync()
    {
        using var stop = new CancellationTokenSource();
        var receiving = _queues.ReceiveAsync(Queue, 10, stop.Token);
        Assert.False(receiving.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => receiving);
    }

    public void Dispose()
    {
        _queues.Dispose();
        _folder.Dispose();
    }

    private void Restart()
    {
        _queues.Dispose();
        _queues = Open();
    }

    private LocalQueues Open() => new(_folder.File("queues.db"), new QueueOptions(), _time, _logger);

    private Task<int> SendAsync(params string[] ids) =>
        _queues.SendAsync(Queue, [.. ids.Select(id => new QueueMessage(id, "body"))], default);

    private Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync() => _queues.ReceiveAsync(Queue, 10, default);
}
