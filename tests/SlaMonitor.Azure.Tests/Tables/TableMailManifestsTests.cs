using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts;
using SlaMonitor.StoreContracts.Emulator;

namespace SlaMonitor.Azure.Tests.Tables;

[Collection(AzuriteCollection.Name)]
public sealed class TableMailManifestsTests(AzuriteFixture azurite) : MailManifestContract
{
    private readonly TableAccounts<IMailManifests> _accounts = new(azurite, account => account.Manifests());

    protected override Task<IMailManifests> CreateManifestsAsync() => _accounts.CreateAsync();

    protected override Task<IMailManifests> ReopenAsync(IMailManifests manifests) => _accounts.ReopenAsync(manifests);
}
