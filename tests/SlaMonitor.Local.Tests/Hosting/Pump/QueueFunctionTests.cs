using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SlaMonitor.Local.Queues;

namespace SlaMonitor.Local.Tests.Hosting.Pump;

public sealed class QueueFunctionTests
{
    private const string Queue = "notifications";

    private static readonly string[] Settings = ["--set", "NotificationsQueue=notifications"];

    [Fact]
    public async Task Send_IdleConsumer_IsWokenAtOnce()
    {
        var time = new FakeTimeProvider(); // stands still: only the send itself can wake the consumer
        await using var host = await TestHost.StartAsync([typeof(Saying)], Settings, time: time);

        await host.Queues.SendAsync(Queue, [new QueueMessage("m1", "hello")], CancellationToken.None);
        await host.Recorder.WaitForAsync(1);

        Assert.Equal(["hello"], host.Recorder.Said);
    }

    [Fact]
    public async Task Handle_ManyMessages_KeepsTheBoundOfHostJson()
    {
        using var folder = new TempFolder();
        folder.Write("host.json", """{ "version": "2.0", "extensions": { "serviceBus": { "maxConcurrentCalls": 3 } } }""");
        await using var host = await TestHost.StartAsync([typeof(Holding)], Settings, folder);

        await host.Queues.SendAsync(
            Queue, [.. Enumerable.Range(0, 9).Select(i => new QueueMessage($"m{i}", $"{i}"))], CancellationToken.None);
        await host.Recorder.WaitForAsync(3);
        host.Recorder.Gate.Release(9);
        await host.Recorder.WaitForAsync(6);

        Assert.Equal(3, host.Recorder.MostAtOnce);
        Assert.Equal(["0", "1", "2", "3", "4", "5", "6", "7", "8"], host.Recorder.Said.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Handle_FunctionThrowsAlways_DeadLettersAfterTheLastDelivery()
    {
        var options = new QueueOptions { MaxDeliveryCount = 3, FirstRedeliveryDelay = TimeSpan.FromMilliseconds(1) };
        await using var host = await TestHost.StartAsync(
            [typeof(Throwing)], Settings, configure: services => services.AddSingleton(options));

        await host.Queues.SendAsync(Queue, [new QueueMessage("m1", "poison")], CancellationToken.None);
        await host.Recorder.WaitForAsync(3);
        await Eventually.TrueAsync(() => host.Queues.Count(Queue) == new QueueCounts(0, 1));

        var dead = Assert.Single(host.Queues.DeadLetters(Queue));
        Assert.Equal(DeadLetterReasons.MaxDeliveryCountExceeded, dead.Reason);
        Assert.Equal(
            "The message was delivered 3 time(s) and never completed. The last error: InvalidOperationException: cannot poison",
            dead.Description);
    }

    [Fact]
    public async Task Handle_FunctionGivesTheMessageUp_DeadLettersAtOnce()
    {
        await using var host = await TestHost.StartAsync([typeof(GivingUp)], Settings);

        await host.Queues.SendAsync(Queue, [new QueueMessage("m1", "poison", "Subject", "HD-1")], CancellationToken.None);
        await host.Recorder.WaitForAsync(1);
        await Eventually.TrueAsync(() => host.Queues.Count(Queue) == new QueueCounts(0, 1));

        var dead = Assert.Single(host.Queues.DeadLetters(Queue));
        Assert.Equal(("Refused", "cannot poison", 1), (dead.Reason, dead.Description, dead.DeliveryCount));
        Assert.Equal(("m1", "poison", "Subject", "HD-1"), (dead.MessageId, dead.Body, dead.Subject, dead.CorrelationId));
    }

    [Fact]
    public async Task Resend_DeadLetter_ReachesTheFunctionAgain()
    {
        await using var host = await TestHost.StartAsync([typeof(GivingUp)], Settings);
        await host.Queues.SendAsync(Queue, [new QueueMessage("m1", "poison")], CancellationToken.None);
        await host.Recorder.WaitForAsync(1);
        await Eventually.TrueAsync(() => host.Queues.Count(Queue).DeadLettered == 1);

        Assert.Equal(1, await host.Queues.ResendAsync(Queue, sequence: null, body => body, CancellationToken.None));
        await host.Recorder.WaitForAsync(1);

        Assert.Equal(["poison", "poison"], host.Recorder.Said);
    }

    [Fact]
    public async Task Handle_LongerThanALock_KeepsTheLock()
    {
        var options = new QueueOptions { LockDuration = TimeSpan.FromSeconds(1) };
        await using var host = await TestHost.StartAsync(
            [typeof(Holding)], Settings, configure: services => services.AddSingleton(options));
        var time = host.Services.GetRequiredService<TimeProvider>();

        await host.Queues.SendAsync(Queue, [new QueueMessage("m1", "long")], CancellationToken.None);
        await host.Recorder.WaitForAsync(1);
        await Task.Delay(TimeSpan.FromSeconds(1.6), time, CancellationToken.None);
        host.Recorder.Gate.Release(2);
        await Eventually.TrueAsync(() => host.Queues.Count(Queue).Active == 0);

        Assert.Equal(["long"], host.Recorder.Said);
    }

    [Fact]
    public async Task Stop_WhileMessagesRun_LetsThemFinish()
    {
        await using var host = await TestHost.StartAsync([typeof(Holding)], Settings);
        await host.Queues.SendAsync(Queue, [new QueueMessage("m1", "running")], CancellationToken.None);
        await host.Recorder.WaitForAsync(1);

        var stop = host.StopAsync();
        Assert.False(stop.IsCompleted);
        host.Recorder.Gate.Release();
        await stop;

        Assert.Equal(new QueueCounts(0, 0), host.Queues.Count(Queue));
    }

    internal sealed class Saying(Recorder recorder)
    {
        [Function("Saying")]
        public void Run([ServiceBusTrigger("%NotificationsQueue%", Connection = "ServiceBusConnection")] string body) => recorder.Say(body);
    }

    internal sealed class Holding(Recorder recorder)
    {
        [Function("Holding")]
        public Task Run(
            [ServiceBusTrigger("%NotificationsQueue%", Connection = "ServiceBusConnection")] string body,
            CancellationToken cancellationToken) =>
            recorder.HoldAsync(body, cancellationToken);
    }

    internal sealed class Throwing(Recorder recorder)
    {
        [Function("Throwing")]
        public void Run([ServiceBusTrigger("%NotificationsQueue%", Connection = "ServiceBusConnection")] string body)
        {
            recorder.Say(body);
            throw new InvalidOperationException($"cannot {body}");
        }
    }

    internal sealed class GivingUp(Recorder recorder)
    {
        [Function("GivingUp")]
        public Task Run(
            [ServiceBusTrigger("%NotificationsQueue%", Connection = "ServiceBusConnection")] ServiceBusReceivedMessage message,
            ServiceBusMessageActions actions)
        {
            recorder.Say(message.Body.ToString());
            return actions.DeadLetterMessageAsync(
                message, deadLetterReason: "Refused", deadLetterErrorDescription: $"cannot {message.Body}");
        }
    }
}
