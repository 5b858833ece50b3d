using System.Runtime.CompilerServices;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts;
using SlaMonitor.StoreContracts.Emulator;

namespace SlaMonitor.Azure.Tests.Tables;

[Collection(AzuriteCollection.Name)]
public sealed class TableMailManifestsTests(AzuriteFixture azurite) : MailManifestContract
{
    private readonly ConditionalWeakTable<IMailManifests, TableAccount> _accounts = [];

    protected override async Task<IMailManifests> CreateManifestsAsync()
    {
        var account = await TableAccount.NewAsync(azurite);
        var manifests = account.Manifests();
        _accounts.Add(manifests, account);
        return manifests;
    }

    protected override Task<IMailManifests> ReopenAsync(IMailManifests manifests) =>
        Task.FromResult<IMailManifests>(
            _accounts.TryGetValue(manifests, out var account) ? account.Manifests() : throw new KeyNotFoundException());
}
