using System.Diagnostics;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts.Emulator.ServiceBus;

namespace SlaMonitor.Azure.Tests.ServiceBus;

/// <summary>
/// A broker that is away, slow, busy, full or closed, or lets nobody in: nothing is lost, nothing comes twice, and the words say what would
/// help.
/// </summary>
public sealed class OutageTests
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Send_ToAQueueThatIsNotThere_SaysWhichSettingNamesIt()
    {
        await using var place = new QueueOnBroker("notificatoins");

        var away = await Assert.ThrowsAsync<QueueUnavailableException>(() => place.SendAsync(QueueOnBroker.Message("m")));

        Assert.Equal(
            "Service Bus knows no queue notificatoins: the setting NotificationsQueue has to name one of the namespace.", away.Message);
    }

    [Fact]
    public async Task Send_WithoutTheRight_SaysWhichRoleIsNeeded_AndGoesOnceItIsGiven()
    {
        await using var place = new QueueOnBroker();
        place.Broker.LetsNobodyIn = true;

        var away = await Assert.ThrowsAsync<QueueUnavailableException>(() => place.SendAsync(QueueOnBroker.Message("m")));
        place.Broker.LetsNobodyIn = false;
        await place.SendAsync(QueueOnBroker.Message("m"));

        Assert.Equal(
            "The queue notifications lets nobody in: the app's identity needs the role Azure Service Bus Data Sender.", away.Message);
        Assert.Equal(["m"], place.Ids);
    }

    [Fact]
    public async Task Send_WhileTheBrokerIsAway_Fails_AndTheSameSenderGoesOnWhenItIsBack()
    {
        await using var place = new QueueOnBroker(patience: Short, retries: 1);
        await place.SendAsync(QueueOnBroker.Messages(1));
        place.Broker.Stop();

        var away = await Assert.ThrowsAsync<QueueUnavailableException>(() => place.SendAsync(QueueOnBroker.Messages(2)));
        place.Broker.Start();
        await place.SendAsync(QueueOnBroker.Messages(3));

        Assert.StartsWith("The queue notifications cannot be used now: ", away.Message, StringComparison.Ordinal);
        Assert.Equal(["m0", "m1", "m2"], place.Ids);
    }

    [Fact]
    public async Task Send_WhileTheBrokerIsAwayForLessThanTheRetriesLast_Succeeds()
    {
        await using var place = new QueueOnBroker(patience: TimeSpan.FromSeconds(5), retries: 100);
        place.Broker.Stop();

        var sending = place.SendAsync(QueueOnBroker.Messages(2));
        Assert.False(sending.IsCompleted);
        place.Broker.Start();
        await sending;

        Assert.Equal(["m0", "m1"], place.Ids);
    }

    public static TheoryData<string> Closed => new("amqp:link:detach-forced", "amqp:internal-error", "com.microsoft:timeout");

    [Theory]
    [MemberData(nameof(Closed))]
    public async Task Send_UnderALinkThatIsClosed_IsTriedAgainOnANewOne(string condition)
    {
        await using var place = new QueueOnBroker();
        place.Broker.Queue.Troubles.Enqueue(Trouble.LinkClosed(condition));

        await place.SendAsync(QueueOnBroker.Messages(2));

        Assert.Equal(["m0", "m1"], place.Ids);
    }

    [Fact]
    public async Task Send_UnderAConnectionThatIsCut_IsTriedAgainOnANewOne()
    {
        await using var place = new QueueOnBroker();
        place.Broker.Queue.Troubles.Enqueue(Trouble.Cut());

        await place.SendAsync(QueueOnBroker.Messages(2));

        Assert.Equal(["m0", "m1"], place.Ids);
    }

    [Fact]
    public async Task Send_ToABrokerThatTookItAndNeverSaidSo_IsTriedAgain_AndLiesThereOnce()
    {
        await using var place = new QueueOnBroker(patience: Short);
        place.Broker.Queue.Troubles.Enqueue(Trouble.TakenInSilence(place.Broker.Queue));

        await place.SendAsync(QueueOnBroker.Messages(2));

        Assert.Equal(["m0", "m1"], place.Ids);
        Assert.Equal([2, 2], place.Broker.Queue.Transfers);
    }

    [Fact]
    public async Task Send_ToABrokerThatNeverAnswers_EndsAfterItsTries()
    {
        await using var place = new QueueOnBroker(patience: Short, retries: 1);
        for (var i = 0; i < 2; i++) place.Broker.Queue.Troubles.Enqueue(Trouble.Hang());
        var watch = Stopwatch.StartNew();

        await Assert.ThrowsAsync<QueueUnavailableException>(() => place.SendAsync(QueueOnBroker.Messages(2)));

        Assert.InRange(watch.Elapsed.TotalSeconds, 1.9, 20);
        Assert.Empty(place.Ids);
    }

    [Fact]
    public async Task Send_Cancelled_Stops()
    {
        await using var place = new QueueOnBroker();
        using var end = new CancellationTokenSource();
        place.Broker.Queue.Troubles.Enqueue(_ => end.Cancel());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => place.Queue.SendAsync(QueueOnBroker.Messages(2), end.Token));
    }

    [Fact]
    public async Task Send_ToAQueueThatIsFull_SaysSo_AndIsNotTriedAgain()
    {
        await using var place = new QueueOnBroker();
        place.Broker.Queue.Troubles.Enqueue(Trouble.Refused("amqp:resource-limit-exceeded"));

        var away = await Assert.ThrowsAsync<QueueUnavailableException>(() => place.SendAsync(QueueOnBroker.Messages(2)));

        Assert.Equal(
            "The queue notifications is full, or has too many connections: fetch messages, or remove dead letters.", away.Message);
        Assert.Empty(place.Ids);
    }

    /// <summary>The SDK holds back for 10 s once the broker is too busy. That is its own constant, and its own clock.</summary>
    [Fact]
    public async Task Send_ToABrokerThatIsTooBusy_WaitsAndGoes()
    {
        await using var place = new QueueOnBroker();
        place.Broker.Queue.Troubles.Enqueue(Trouble.Refused("com.microsoft:server-busy"));
        var watch = Stopwatch.StartNew();

        await place.SendAsync(QueueOnBroker.Messages(2));

        Assert.InRange(watch.Elapsed.TotalSeconds, 9, 40);
        Assert.Equal(["m0", "m1"], place.Ids);
    }

    [Fact]
    public async Task Send_ToABrokerThatStaysTooBusy_SaysSo()
    {
        await using var place = new QueueOnBroker(retries: 0);
        place.Broker.Queue.Troubles.Enqueue(Trouble.Refused("com.microsoft:server-busy"));

        var away = await Assert.ThrowsAsync<QueueUnavailableException>(() => place.SendAsync(QueueOnBroker.Messages(2)));

        Assert.Equal("The queue notifications cannot be used now: Service Bus is too busy.", away.Message);
    }

    /// <summary>
    /// Half of a call may be on the queue when it fails: the next call brings all again, and the broker drops what it has.
    /// </summary>
    [Fact]
    public async Task Send_ThatFailsHalfWay_AndIsRepeated_LiesThereOnceAndWhole()
    {
        await using var place = new QueueOnBroker();
        var queue = place.Broker.Queue;
        queue.Troubles.Enqueue(transfer =>
        {
            queue.Troubles.Enqueue(Trouble.Refused("amqp:resource-limit-exceeded"));
            Trouble.TakenInSilence(queue)(transfer);
            transfer.Complete();
        });

        await Assert.ThrowsAsync<QueueUnavailableException>(() => place.SendAsync(QueueOnBroker.Messages(6, 100_000)));
        Assert.Equal(["m0", "m1"], place.Ids);
        await place.SendAsync(QueueOnBroker.Messages(6, 100_000));

        Assert.Equal(["m0", "m1", "m2", "m3", "m4", "m5"], place.Ids);
    }
}
