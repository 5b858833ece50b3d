using SlaMonitor.StoreContracts.Emulator;
using SlaMonitor.StoreContracts.Emulator.ServiceBus;
using SlaMonitor.Worker.Tests.Build;
using SlaMonitor.Worker.Tests.Host;

namespace SlaMonitor.Worker.Tests.Running;

/// <summary>One worker with tables, a broker and a SendGrid for all tests of a class; each has tickets of its own.</summary>
public sealed class RunningWorker : IAsyncLifetime
{
    private Azurite? _azurite;

    internal LoopbackBroker Broker { get; private set; } = null!;

    internal StubSendGrid SendGrid { get; private set; } = null!;

    internal StandInHost Host { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (AzureBuild.IsMissing || Azurite.Missing is not null) return; // each test skips itself

        _azurite = await Azurite.StartAsync();
        Broker = new LoopbackBroker(WorkerSettings.Queue);
        SendGrid = await StubSendGrid.StartAsync();
        Host = await StandInHost.StartAsync(NewSettings());
    }

    /// <summary>Settings with an account of their own, and the broker and SendGrid of all.</summary>
    internal Dictionary<string, string> NewSettings() => WorkerSettings.Of(_azurite!, Broker, SendGrid.Address);

    public async Task DisposeAsync()
    {
        if (Host is not null) await Host.DisposeAsync();
        Broker?.Dispose();
        if (SendGrid is not null) await SendGrid.DisposeAsync();
        if (_azurite is not null) await _azurite.DisposeAsync();
    }
}
