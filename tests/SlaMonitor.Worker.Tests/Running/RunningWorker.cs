using SlaMonitor.StoreContracts.Emulator;
using SlaMonitor.Worker.Tests.Build;
using SlaMonitor.Worker.Tests.Host;

namespace SlaMonitor.Worker.Tests.Running;

/// <summary>One worker with tables and a SendGrid for all tests of a class; each has tickets of its own.</summary>
public sealed class RunningWorker : IAsyncLifetime
{
    private Azurite? _azurite;

    internal StubSendGrid SendGrid { get; private set; } = null!;

    internal StandInHost Host { get; private set; } = null!;

    internal Azurite Azurite => _azurite!;

    public async Task InitializeAsync()
    {
        if (AzureBuild.IsMissing || Azurite.Missing is not null) return; // each test skips itself

        _azurite = await Azurite.StartAsync();
        SendGrid = await StubSendGrid.StartAsync();
        Host = await StandInHost.StartAsync(WorkerSettings.Of(_azurite, SendGrid.Address));
    }

    public async Task DisposeAsync()
    {
        if (Host is not null) await Host.DisposeAsync();
        if (SendGrid is not null) await SendGrid.DisposeAsync();
        if (_azurite is not null) await _azurite.DisposeAsync();
    }
}
