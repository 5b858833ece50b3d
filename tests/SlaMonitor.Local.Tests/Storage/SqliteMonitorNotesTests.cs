using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts;

namespace SlaMonitor.Local.Tests.Storage;

public sealed class SqliteMonitorNotesTests : MonitorNoteContract, IDisposable
{
    private readonly SqliteStores _stores = new();

    public void Dispose() => _stores.Dispose();

    protected override Task<IMonitorNotes> CreateNotesAsync() => Task.FromResult(_stores.NewNotes());

    protected override Task<IMonitorNotes> ReopenAsync(IMonitorNotes notes) => Task.FromResult(_stores.Reopen(notes));
}
