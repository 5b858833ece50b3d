using System.Diagnostics;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts.Emulator.ServiceBus;

namespace SlaMonitor.Azure.Tests.ServiceBus;

/// <summary>The real SDK, over a real connection, to a broker of this process.</summary>
public sealed class SendingTests : IAsyncLifetime
{
    private const string Trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private readonly QueueOnBroker _place = new();

    [Fact]
    public async Task Send_300Messages_AllComeInOrder_WithAllThatTheySay()
    {
        var messages = Enumerable.Range(0, 300)
            .Select(n => new OutgoingMessage($"m{n}", $"resolution/{n}/due", $"HD-{n}", $$"""{"n":{{n}},"title":"漢"}""", Trace)).ToArray();

        Assert.Empty(await _place.SendAsync(messages));

        var came = _place.Broker.Queue.Messages;
        Assert.Equal(
            messages.Select(m => (m.MessageId, m.Subject, m.CorrelationId, m.Body)),
            came.Select(m => (m.MessageId, m.Subject, m.CorrelationId, m.Body)));
        Assert.All(came, message =>
        {
            Assert.Equal(("application/json", TimeSpan.FromDays(14)), (message.ContentType, message.TimeToLive));
            Assert.Equal((Trace, Trace), (message.Property("traceparent"), message.Property("Diagnostic-Id")));
        });
        Assert.Equal([300], _place.Broker.Queue.Transfers);
    }

    [Fact]
    public async Task Send_Nothing_AsksNothing()
    {
        _place.Broker.Stop();

        Assert.Empty(await _place.SendAsync());
    }

    [Fact]
    public async Task Send_WithoutATrace_SaysNone()
    {
        await _place.SendAsync(QueueOnBroker.Message("m"));

        var came = Assert.Single(_place.Broker.Queue.Messages);
        Assert.Equal((null, null), (came.Property("traceparent"), came.Property("Diagnostic-Id")));
    }

    /// <summary>The SDK would write its own span on messages that carry none.</summary>
    [Fact]
    public async Task Send_WhileTheSdkIsTraced_KeepsTheTraceOfTheTicket()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("Azure.Messaging", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);

        await _place.SendAsync(QueueOnBroker.Message("m") with { TraceParent = Trace });

        var came = Assert.Single(_place.Broker.Queue.Messages);
        Assert.Equal((Trace, Trace), (came.Property("traceparent"), came.Property("Diagnostic-Id")));
    }

    [Fact]
    public async Task Send_MoreThanABatchTakes_GoesInAsManyAsItNeeds()
    {
        Assert.Empty(await _place.SendAsync(QueueOnBroker.Messages(10, size: 100_000)));

        Assert.Equal(Enumerable.Range(0, 10).Select(n => $"m{n}"), _place.Ids);
        Assert.Equal([2, 2, 2, 2, 2], _place.Broker.Queue.Transfers);
    }

    [Fact]
    public async Task Send_TheLargestBodyThatAnOrderMayHave_Fits() =>
        Assert.Empty(await _place.SendAsync(new OutgoingMessage(
            new string('i', 128), new string('s', 256), new string('漢', 256), new string('x', MailManifest.LongestBody), Trace)));

    [Fact]
    public async Task Send_AMessageThatIsTooLarge_IsGivenBackWithTheReason_AndTheOthersGo()
    {
        OutgoingMessage[] messages =
            [QueueOnBroker.Message("first"), QueueOnBroker.Message("huge", 300_000), QueueOnBroker.Message("last")];

        var refused = Assert.Single(await _place.SendAsync(messages));

        Assert.Equal("huge", refused.Message.MessageId);
        Assert.Equal(
            "The message is too large for the queue: its body has 300000 bytes, and the queue takes 262144 bytes at most.", refused.Reason);
        Assert.Equal(["first", "last"], _place.Ids);
    }

    [Fact]
    public async Task Send_AllTooLarge_AreAllGivenBack_AndNothingIsSent()
    {
        Assert.Equal(3, (await _place.SendAsync(QueueOnBroker.Messages(3, 300_000))).Count);

        Assert.Empty(_place.Broker.Queue.Transfers);
    }

    /// <summary>A queue that takes less than it says, or a head that is too large.</summary>
    [Fact]
    public async Task Send_ABatchThatIsRefusedForItsSize_IsSentOneByOne_AndTheOneThatIsTooLargeIsGivenBack()
    {
        const string TooLarge = "amqp:link:message-size-exceeded";
        var queue = _place.Broker.Queue;
        queue.Troubles.Enqueue(Trouble.Refused(TooLarge)); // the batch
        queue.Troubles.Enqueue(transfer =>
        {
            queue.Troubles.Enqueue(Trouble.Refused(TooLarge)); // m1
            Trouble.TakenInSilence(queue)(transfer); // m0
            transfer.Complete();
        });

        var refused = Assert.Single(await _place.SendAsync(QueueOnBroker.Messages(3)));

        Assert.Equal("m1", refused.Message.MessageId);
        Assert.Equal(["m0", "m2"], _place.Ids);
    }

    [Fact]
    public async Task Send_TheSameTwice_LiesThereOnce()
    {
        await _place.SendAsync(QueueOnBroker.Messages(3));
        await _place.SendAsync(QueueOnBroker.Messages(5));

        Assert.Equal(["m0", "m1", "m2", "m3", "m4"], _place.Ids);
    }

    [Fact]
    public async Task Send_ByTwentyAtOnce_LosesNothing()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(n => _place.SendAsync(
            [.. Enumerable.Range(0, 15).Select(i => QueueOnBroker.Message($"{n}-{i}"))])));

        Assert.Equal(300, _place.Ids.Distinct(StringComparer.Ordinal).Count());
    }

    /// <summary>The broker has to write, and nobody receives anything.</summary>
    [Fact]
    public async Task Probe_SchedulesAMessageAndTakesItBack()
    {
        await _place.Queue.ProbeAsync(default);
        await _place.Queue.ProbeAsync(default);

        Assert.Equal((2, 0, 0), (_place.Broker.Queue.Later.Scheduled, _place.Broker.Queue.Later.Messages.Count, _place.Ids.Count()));
    }

    [Fact]
    public async Task Probe_WhileTheBrokerIsAway_SaysSo()
    {
        await _place.Queue.ProbeAsync(default);
        _place.Broker.Stop();

        await Assert.ThrowsAsync<QueueUnavailableException>(() => _place.Queue.ProbeAsync(default));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _place.DisposeAsync().AsTask();
}
