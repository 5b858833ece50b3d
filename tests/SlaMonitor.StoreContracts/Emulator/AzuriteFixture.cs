namespace SlaMonitor.StoreContracts.Emulator;

/// <summary>One emulator for a collection of tests, started when the first of them asks for an account.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private readonly Lazy<Task<Azurite>> _azurite = new(Azurite.StartAsync);

    /// <summary>The connection string of an empty account. Skips the test where the emulator is not installed.</summary>
    public async Task<string> NewAccountAsync()
    {
        Skip.If(Azurite.Missing is not null, Azurite.Missing);
        return (await _azurite.Value).NewAccount();
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_azurite.IsValueCreated) await (await _azurite.Value).DisposeAsync();
    }
}
