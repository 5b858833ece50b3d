using Azure.Messaging.ServiceBus.Administration;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;
using SlaMonitor.Azure.ServiceBus;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Azure.Tests.ServiceBus;

/// <summary>The real administration client, over HTTP, to a stub that answers as Service Bus does.</summary>
public sealed class QueueDepthProbeTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new();
    private readonly FakeLogger<QueueDepthProbe> _logger = new();
    private StubAdministration _stub = null!;

    [Fact]
    public async Task Measure_TellsWhatWaitsOrWillCome_AndWhatWasGivenUp() =>
        Assert.Equal(new QueueDepth(Waiting: 7, DeadLettered: 3), await Probe().MeasureAsync(default));

    /// <summary>401 is what a missing role answers, 403 what a forbidden network does.</summary>
    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task Measure_WithoutTheRight_IsUnknown_SaidOnce_AndAskedAgainAfterAWhile(int status)
    {
        _stub.Status = status;
        var probe = Probe();

        Assert.Null(await probe.MeasureAsync(default));
        Assert.Null(await probe.MeasureAsync(default));
        Assert.Equal(1, _stub.Requests);
        _time.Advance(TimeSpan.FromMinutes(15));
        Assert.Null(await probe.MeasureAsync(default));
        Assert.Equal(2, _stub.Requests);
        Assert.Equal(5301, Assert.Single(_logger.Collector.GetSnapshot()).Id.Id);

        _stub.Status = 200;
        _time.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(new QueueDepth(7, 3), await probe.MeasureAsync(default));
    }

    [Fact]
    public async Task Measure_AQueueThatIsNotThere_SaysWhichSettingNamesIt()
    {
        var away = await Assert.ThrowsAsync<QueueUnavailableException>(() => Probe("notificatoins").MeasureAsync(default));

        Assert.Equal(
            "Service Bus knows no queue notificatoins: the setting NotificationsQueue has to name one of the namespace.", away.Message);
    }

    [Fact]
    public async Task Measure_WhileNobodyAnswers_IsAnOutage()
    {
        var probe = Probe();
        await _stub.DisposeAsync();

        await Assert.ThrowsAsync<QueueUnavailableException>(() => probe.MeasureAsync(default));
    }

    public async Task InitializeAsync() => _stub = await StubAdministration.StartAsync();

    public Task DisposeAsync() => _stub.DisposeAsync().AsTask();

    private QueueDepthProbe Probe(string queue = "notifications")
    {
        var options = new ServiceBusAdministrationClientOptions { Retry = { MaxRetries = 0 } };
        return new QueueDepthProbe(new ServiceBusAdministrationClient(_stub.ConnectionString, options), queue, _time, _logger);
    }
}
