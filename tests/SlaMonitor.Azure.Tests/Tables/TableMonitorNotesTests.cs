using System.Runtime.CompilerServices;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts;
using SlaMonitor.StoreContracts.Emulator;

namespace SlaMonitor.Azure.Tests.Tables;

[Collection(AzuriteCollection.Name)]
public sealed class TableMonitorNotesTests(AzuriteFixture azurite) : MonitorNoteContract
{
    private readonly ConditionalWeakTable<IMonitorNotes, TableAccount> _accounts = [];

    protected override async Task<IMonitorNotes> CreateNotesAsync()
    {
        var account = await TableAccount.NewAsync(azurite);
        var notes = account.Notes();
        _accounts.Add(notes, account);
        return notes;
    }

    protected override Task<IMonitorNotes> ReopenAsync(IMonitorNotes notes) =>
        Task.FromResult<IMonitorNotes>(
            _accounts.TryGetValue(notes, out var account) ? account.Notes() : throw new KeyNotFoundException());
}
