using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts;

namespace SlaMonitor.Local.Tests.Storage;

public sealed class SqliteMailManifestsTests : MailManifestContract, IDisposable
{
    private readonly SqliteStores _stores = new();

    public void Dispose() => _stores.Dispose();

    protected override Task<IMailManifests> CreateManifestsAsync() => Task.FromResult(_stores.NewManifests());

    protected override Task<IMailManifests> ReopenAsync(IMailManifests manifests) => Task.FromResult(_stores.Reopen(manifests));
}
