using Azure.Messaging.ServiceBus;
using SlaMonitor.Azure.ServiceBus;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts.Emulator.ServiceBus;

namespace SlaMonitor.Azure.Tests.ServiceBus;

/// <summary>The dead letters of a broker of this process, by the real SDK.</summary>
public sealed class DeadLetterTests : IAsyncLifetime
{
    private const string Trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private readonly QueueOnBroker _place = new();

    private BrokerQueue Queue => _place.Broker.Queue;

    private IEnumerable<string> DeadIds => Queue.DeadLetters.Select(message => message.MessageId);

    [Fact]
    public async Task List_TellsAllOfEach_AndChangesNothing()
    {
        await _place.SendAsync(QueueOnBroker.Message("m") with { TraceParent = Trace });
        Queue.GiveUpAll("MailRefused", "550 no such user");

        var dead = Assert.Single(await DeadLetters().ListAsync(0, 10, default));
        Assert.Equal(dead, Assert.Single(await DeadLetters().ListAsync(0, 10, default)));

        var expected = new DeadLetter(
            1, "m", "resolution/1/due", "HD-1", "xx", dead.Deliveries, "MailRefused", "550 no such user", Instant.FromUnixTimeSeconds(1));
        Assert.Equal(expected, dead);
    }

    [Fact]
    public async Task List_InPages_ComesToTheEnd()
    {
        await GiveUpAsync(250);
        var dead = DeadLetters();

        var first = await dead.ListAsync(0, 200, default);
        var second = await dead.ListAsync(first[^1].Sequence + 1, 200, default);

        Assert.Equal(Enumerable.Range(0, 250).Select(n => $"m{n}"), first.Concat(second).Select(letter => letter.MessageId));
        Assert.Empty(await dead.ListAsync(second[^1].Sequence + 1, 200, default));
    }

    [Fact]
    public async Task Resend_One_LeavesTheOthersFree_AndIsNotDroppedAsARepeat()
    {
        await GiveUpAsync(5);

        Assert.True(await DeadLetters().ResendAsync(3, Same, default));

        Assert.Equal(["m0", "m1", "m3", "m4"], DeadIds);
        var again = Assert.Single(Queue.Messages);
        Assert.Equal(("m2~3", "resolution/1/due", "HD-1", "xx"), (again.MessageId, again.Subject, again.CorrelationId, again.Body));
        Assert.Equal(("application/json", Envelope.TimeToLive), (again.ContentType, again.TimeToLive));
        Assert.Null(again.DeadLetterReason);
        Assert.True(await DeadLetters().ResendAsync(1, Same, default)); // nobody holds a lock on it
    }

    [Fact]
    public async Task Resend_KeepsTheTrace()
    {
        await _place.SendAsync(QueueOnBroker.Message("m") with { TraceParent = Trace });
        Queue.GiveUpAll("MailRefused", "550");

        await DeadLetters().ResendAsync(1, Same, default);

        Assert.Equal((Trace, Trace), (Assert.Single(Queue.Messages).Property("traceparent"), Queue.Messages[0].Property("Diagnostic-Id")));
    }

    [Fact]
    public async Task Resend_OneThatIsNotThere_IsFalse_AndLeavesAllAsItWas()
    {
        await GiveUpAsync(3);

        Assert.False(await DeadLetters().ResendAsync(77, Same, default));

        Assert.Equal(["m0", "m1", "m2"], DeadIds);
        Assert.Empty(Queue.Messages);
        Assert.True(await DeadLetters().ResendAsync(2, Same, default));
    }

    [Fact]
    public async Task Resend_All_EmptiesTheDeadLetters_EachUnderANewId()
    {
        await GiveUpAsync(250);

        Assert.Equal(250, await DeadLetters().ResendAllAsync(Same, default));

        Assert.Empty(Queue.DeadLetters);
        Assert.Equal(Enumerable.Range(0, 250).Select(n => $"m{n}~{n + 1}"), _place.Ids);
    }

    [Fact]
    public async Task Resend_WhatWasSentAgainAndGivenUpAgain_GoesUnderItsNextId()
    {
        await GiveUpAsync(1);
        await DeadLetters().ResendAllAsync(Same, default);
        Queue.GiveUpAll("MailRefused", "550");

        Assert.Equal(1, await DeadLetters().ResendAllAsync(Same, default));

        Assert.Equal("m0~2", Assert.Single(_place.Ids));
    }

    /// <summary>
    /// The handler gives up everything as soon as it comes: whoever sends all again is to see that, not to wait for ever.
    /// </summary>
    [Fact]
    public async Task Resend_All_WhileEverythingIsGivenUpAtOnce_ComesToAnEnd()
    {
        await GiveUpAsync(3);
        Queue.Arrived += (_, _) => Queue.GiveUpAll("MailRefused", "550");

        Assert.Equal(3, await DeadLetters().ResendAllAsync(Same, default));

        Assert.Equal(["m0~1", "m1~2", "m2~3"], DeadIds);
    }

    [Fact]
    public async Task Resend_ThatDiesBetweenSendingAndTaking_SendsTheSameAgain_WhichTheBrokerDrops()
    {
        await GiveUpAsync(1);
        Queue.Troubles.Enqueue(Trouble.TakenInSilence(Queue)); // it lies on the queue, and nobody is told
        await using var hasty = new ImpatientClient(_place.Broker);
        await Assert.ThrowsAsync<QueueUnavailableException>(() => hasty.DeadLetters.ResendAsync(1, Same, default));
        Assert.Equal(["m0"], DeadIds);
        Queue.ExpireLocksOfDeadLetters();

        Assert.True(await DeadLetters().ResendAsync(1, Same, default));

        Assert.Equal("m0~1", Assert.Single(_place.Ids));
        Assert.Empty(DeadIds);
    }

    [Fact]
    public async Task List_WithoutTheRight_SaysWhichRoleIsNeeded()
    {
        _place.Broker.LetsNobodyIn = true;

        var away = await Assert.ThrowsAsync<QueueUnavailableException>(() => DeadLetters().ListAsync(0, 10, default));

        Assert.Contains("Azure Service Bus Data Receiver", away.Message, StringComparison.Ordinal);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _place.DisposeAsync().AsTask();

    private static string Same(string body) => body;

    private async Task GiveUpAsync(int count)
    {
        await _place.SendAsync(QueueOnBroker.Messages(count));
        Queue.GiveUpAll("MailRefused", "550 no such user");
    }

    private ServiceBusDeadLetters DeadLetters() => Of(_place.Client);

    private static ServiceBusDeadLetters Of(ServiceBusClient client) => new(
        client.CreateReceiver(QueueOnBroker.Name, new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter }),
        client.CreateSender(QueueOnBroker.Name))
    {
        Patience = TimeSpan.FromSeconds(2),
    };

    /// <summary>Gives up after a second, without a second try.</summary>
    private sealed class ImpatientClient(LoopbackBroker broker) : IAsyncDisposable
    {
        private readonly ServiceBusClient _client = new(
            broker.ConnectionString,
            new ServiceBusClientOptions { RetryOptions = { MaxRetries = 0, TryTimeout = TimeSpan.FromSeconds(1) } });

        public ServiceBusDeadLetters DeadLetters => Of(_client);

        public ValueTask DisposeAsync() => _client.DisposeAsync();
    }
}
