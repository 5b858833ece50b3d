using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts;
using SlaMonitor.StoreContracts.Emulator;

namespace SlaMonitor.Azure.Tests.Tables;

[Collection(AzuriteCollection.Name)]
public sealed class TableMonitorNotesTests(AzuriteFixture azurite) : MonitorNoteContract
{
    private readonly TableAccounts<IMonitorNotes> _accounts = new(azurite, account => account.Notes());

    protected override Task<IMonitorNotes> CreateNotesAsync() => _accounts.CreateAsync();

    protected override Task<IMonitorNotes> ReopenAsync(IMonitorNotes notes) => _accounts.ReopenAsync(notes);
}
