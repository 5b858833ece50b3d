using SlaMonitor.Local.Queues;
using SlaMonitor.Local.Tests.Hosting;
using SlaMonitor.Samples;

namespace SlaMonitor.Local.Tests.Queues;

public sealed partial class LocalQueuesTests : IDisposable
{
    private const string Queue = "notifications";

    private readonly TempFolder _folder = new();
    private readonly MachineTime _time = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
    private LocalQueues _queues;

    public LocalQueuesTests() => _queues = Open();

    [Fact]
    public async Task Receive_SentMessages_ComeInOrderWithEverythingTheyCarry()
    {
        await SendAsync(new QueueMessage("m1", "one", "Subject", "HD-1"), new QueueMessage("m2", "two"));

        var received = await _queues.ReceiveAsync(Queue, 10, CancellationToken.None);

        Assert.Equal([("m1", "one", "Subject", "HD-1", 1), ("m2", "two", null, null, 1)],
            received.Select(m => (m.MessageId, m.Body, m.Subject, m.CorrelationId, m.DeliveryCount)));
        Assert.All(received, message => Assert.Equal(_time.GetUtcNow().AddMinutes(1), message.LockedUntil));
    }

    [Fact]
    public async Task Receive_MoreThanWanted_LeavesTheRest()
    {
        await SendAsync(Messages(5));

        Assert.Equal(["m0", "m1"], (await _queues.ReceiveAsync(Queue, 2, CancellationToken.None)).Select(m => m.MessageId));
        Assert.Equal(["m2", "m3", "m4"], (await _queues.ReceiveAsync(Queue, 9, CancellationToken.None)).Select(m => m.MessageId));
    }

    [Fact]
    public async Task Receive_OtherQueue_SeesNothing()
    {
        await SendAsync(Messages(1));

        Assert.False(_queues.ReceiveAsync("other", 1, CancellationToken.None).IsCompleted);
    }

    [Fact]
    public async Task Receive_QueueNamedInOtherCase_IsTheSameQueue()
    {
        await SendAsync(Messages(1));

        Assert.Single(await _queues.ReceiveAsync("NOTIFICATIONS", 1, CancellationToken.None));
    }

    [Fact]
    public async Task Complete_Message_IsGone()
    {
        await SendAsync(Messages(1));

        Assert.True(await _queues.CompleteAsync(await ReceiveOneAsync(), CancellationToken.None));

        Assert.Equal(new QueueCounts(0, 0), _queues.Count(Queue));
    }

    [Fact]
    public async Task Lock_RunsOut_MessageComesAgainAndTheFirstReceiverCannotSettle()
    {
        await SendAsync(Messages(1));
        var first = await ReceiveOneAsync();
        var waiting = ReceiveOneAsync();

        _time.Advance(TimeSpan.FromSeconds(59.9));
        Assert.False(waiting.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.1));
        var second = await waiting;

        Assert.Equal((first.MessageId, 2), (second.MessageId, second.DeliveryCount));
        Assert.False(await _queues.CompleteAsync(first, CancellationToken.None));
        Assert.False(await _queues.RenewAsync(first, CancellationToken.None));
        Assert.True(await _queues.CompleteAsync(second, CancellationToken.None));
    }

    [Fact]
    public async Task Renew_BeforeTheLockRunsOut_KeepsTheMessage()
    {
        await SendAsync(Messages(1));
        var message = await ReceiveOneAsync();
        _time.Advance(TimeSpan.FromSeconds(40));

        Assert.True(await _queues.RenewAsync(message, CancellationToken.None));
        _time.Advance(TimeSpan.FromSeconds(40));

        Assert.False(ReceiveOneAsync().IsCompleted);
        Assert.True(await _queues.CompleteAsync(message, CancellationToken.None));
    }

    [Fact]
    public async Task Abandon_TimeAndAgain_ComesAfterItsDelayUntilItIsDead()
    {
        await SendAsync(Messages(1));
        foreach (var seconds in new[] { 1, 2, 4, 8, 16, 32, 60, 60, 60 })
        {
            await _queues.AbandonAsync(await ReceiveOneAsync(), "away", CancellationToken.None);
            _time.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
            using var look = new CancellationTokenSource();
            var early = _queues.ReceiveAsync(Queue, 1, look.Token);
            Assert.False(early.IsCompleted);
            await look.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => early);
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        await _queues.AbandonAsync(await ReceiveOneAsync(), "away", CancellationToken.None);

        var dead = Assert.Single(_queues.DeadLetters(Queue));
        Assert.Equal((DeadLetterReasons.MaxDeliveryCountExceeded, 10), (dead.Reason, dead.DeliveryCount));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(6, 32)]
    [InlineData(7, 60)]
    [InlineData(10, 60)]
    [InlineData(int.MaxValue, 60)]
    public void RedeliveryDelay_Doubles_UpToAMinute(int deliveryCount, double expectedSeconds) =>
        Assert.Equal(TimeSpan.FromSeconds(expectedSeconds), new QueueOptions().RedeliveryDelay(deliveryCount));

    [Fact]
    public async Task Lock_LostTooOften_IsDeadLettered()
    {
        _queues.Dispose();
        _queues = Open(new QueueOptions { MaxDeliveryCount = 2 });
        await SendAsync(Messages(1));

        await ReceiveOneAsync();
        _time.Advance(TimeSpan.FromMinutes(1));
        await ReceiveOneAsync();
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.False(ReceiveOneAsync().IsCompleted);
        await Eventually.TrueAsync(() => _queues.Count(Queue) == new QueueCounts(0, 1));
        Assert.Equal("The message was delivered 2 time(s) and never completed.", Assert.Single(_queues.DeadLetters(Queue)).Description);
    }

    [Fact]
    public async Task TimeToLive_RunsOut_IsDeadLettered()
    {
        await SendAsync(new QueueMessage("m1", "short", TimeToLive: TimeSpan.FromSeconds(30)), new QueueMessage("m2", "long"));
        _time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal("m2", (await ReceiveOneAsync()).MessageId);
        var dead = Assert.Single(_queues.DeadLetters(Queue));
        Assert.Equal(("m1", DeadLetterReasons.TimeToLiveExpired), (dead.MessageId, dead.Reason));
    }

    [Fact]
    public async Task Send_SameIdWithinTheWindow_IsAcceptedAndDropped()
    {
        Assert.Equal(1, await SendAsync(new QueueMessage("m1", "first"), new QueueMessage("m1", "twice in one batch")));
        await _queues.CompleteAsync(await ReceiveOneAsync(), CancellationToken.None);
        _time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromMilliseconds(1));

        Assert.Equal(0, await SendAsync(new QueueMessage("m1", "again")));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, await SendAsync(new QueueMessage("m1", "after the window")));

        Assert.Equal("after the window", (await ReceiveOneAsync()).Body);
    }

    [Fact]
    public async Task Send_SameIdToAnotherQueue_IsAnotherMessage()
    {
        await SendAsync(Messages(1));

        Assert.Equal(1, await _queues.SendAsync("other", Messages(1), CancellationToken.None));
    }

    [Fact]
    public async Task Send_OneOfABatchIsRefused_SendsNone()
    {
        await Assert.ThrowsAsync<ArgumentException>(
            () => SendAsync(new QueueMessage("m1", "good"), new QueueMessage(new string('x', 129), "id too long")));
        await Assert.ThrowsAsync<ArgumentException>(
            () => SendAsync(new QueueMessage("m1", "good"), new QueueMessage("m2", new string('x', 256 * 1024 + 1))));

        Assert.Equal(new QueueCounts(0, 0), _queues.Count(Queue));
    }

    [Fact]
    public async Task DeadLetter_Message_StaysWithItsReasonUntilSentAgain()
    {
        await SendAsync(Messages(2));
        foreach (var message in await _queues.ReceiveAsync(Queue, 2, CancellationToken.None))
            await _queues.DeadLetterAsync(message, "Refused", $"no {message.Body}", CancellationToken.None);
        var dead = _queues.DeadLetters(Queue);

        Assert.Equal(["no body 0", "no body 1"], dead.Select(letter => letter.Description));
        Assert.Equal(1, await _queues.ResendAsync(Queue, dead[1].Sequence, body => body + " again", CancellationToken.None));

        Assert.Equal(new QueueCounts(1, 1), _queues.Count(Queue));
        var again = await ReceiveOneAsync();
        Assert.Equal(("m1~2", "body 1 again", 1), (again.MessageId, again.Body, again.DeliveryCount));
    }

    [Fact]
    public async Task Open_LocksOfADeadProcess_AreReleasedAtOnce()
    {
        await SendAsync(Messages(1));
        await ReceiveOneAsync();
        _queues.Dispose();

        _queues = Open();

        Assert.Equal((1, 1), (await ReceiveOneAsync()) is var again ? (again.DeliveryCount, again.Deaths) : default);
    }

    [Fact]
    public async Task Open_DelayOfAnAbandonedMessage_IsKept()
    {
        await SendAsync(Messages(1));
        await _queues.AbandonAsync(await ReceiveOneAsync(), "away", CancellationToken.None);
        _queues.Dispose();

        _queues = Open();

        Assert.False(ReceiveOneAsync().IsCompleted);
    }

    [Fact]
    public async Task AreIdle_OnlyOfTheQueuesAsked()
    {
        await SendAsync(Messages(1));

        Assert.False(_queues.AreIdle([Queue, "other"]));
        Assert.True(_queues.AreIdle(["other"]));
        await ReceiveOneAsync();
        Assert.False(_queues.AreIdle([Queue])); // one being handled is not done
    }

    public void Dispose()
    {
        _queues.Dispose();
        _folder.Dispose();
    }

    private static QueueMessage[] Messages(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new QueueMessage($"m{i}", $"body {i}"))];

    private LocalQueues Open(QueueOptions? options = null) => new(_folder.File("queues.db"), options ?? new QueueOptions(), _time);

    private Task<int> SendAsync(params QueueMessage[] messages) => _queues.SendAsync(Queue, messages, CancellationToken.None);

    private async Task AssertComesAfterAsync(string messageId, TimeSpan wait)
    {
        var receiving = ReceiveOneAsync();
        _time.Advance(wait - TimeSpan.FromMilliseconds(1));
        Assert.False(receiving.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(messageId, (await receiving).MessageId);
    }

    private async Task<ReceivedMessage> ReceiveOneAsync() => Assert.Single(await _queues.ReceiveAsync(Queue, 1, CancellationToken.None));
}
