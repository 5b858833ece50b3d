using SlaMonitor.Local.Queues;

namespace SlaMonitor.Local.Tests.Queues;

/// <summary>The clock of the machine is set.</summary>
public sealed partial class LocalQueuesTests
{
    [Fact]
    public async Task Receive_ClockIsSetBackByAnHour_WhatWaitedComesAtOnce_AndWhatWasPutOffWhenItWouldHave()
    {
        await SendAsync(Messages(1));
        await _queues.SendAsync(Queue, [Messages(1)[0] with { MessageId = "later" }], TimeSpan.FromMinutes(15), CancellationToken.None);
        _time.Advance(TimeSpan.FromMinutes(5));
        _time.Set(TimeSpan.FromHours(-1));

        var first = await ReceiveOneAsync();
        Assert.Equal("m0", first.MessageId);
        await _queues.CompleteAsync(first, CancellationToken.None);
        await AssertComesAfterAsync("later", TimeSpan.FromMinutes(10));
    }

    [Fact]
    public async Task Receive_ClockIsSetBackWhileNobodyLooks_TheLockRunsOutWhenItWouldHave()
    {
        await SendAsync(Messages(1));
        await ReceiveOneAsync();
        _time.Set(TimeSpan.FromHours(-1));

        await AssertComesAfterAsync("m0", new QueueOptions().LockDuration);
    }

    /// <summary>What the file says last is all that is known of the time before.</summary>
    [Fact]
    public async Task Receive_ClockWasSetBackByAnHourBeforeTheStart_NothingWaitsForThatHour()
    {
        await _queues.SendAsync(Queue, [Messages(1)[0]], TimeSpan.FromMinutes(15), CancellationToken.None);
        _time.Set(TimeSpan.FromHours(-1));
        _queues.Dispose();
        _queues = Open();

        await AssertComesAfterAsync("m0", TimeSpan.FromMinutes(15));
    }

    [Fact]
    public async Task Send_ClockIsSetBackByAnHour_ARepeatIsKnownForTenMinutesAndNoLonger()
    {
        await SendAsync(Messages(1));
        _time.Set(TimeSpan.FromHours(-1));

        Assert.Equal(0, await _queues.SendAsync(Queue, Messages(1), CancellationToken.None));
        _time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(1, await _queues.SendAsync(Queue, Messages(1), CancellationToken.None));
    }

    [Fact]
    public async Task Receive_ClockIsSetOnByAnHour_WhatIsLockedComesAgain()
    {
        await SendAsync(Messages(1));
        var first = await ReceiveOneAsync();

        _time.Set(TimeSpan.FromHours(1));

        var again = await ReceiveOneAsync();
        Assert.Equal((first.MessageId, 1, 2), (again.MessageId, first.DeliveryCount, again.DeliveryCount));
    }
}
