using Microsoft.Extensions.Hosting;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Local.Storage;

/// <summary>
/// Opens the stores before the host listens: a file that cannot be used keeps it from starting, and not each event from being stored.
/// </summary>
#pragma warning disable CS9113 // A store opens its tables when it is made, so to ask for it is enough.
internal sealed class StoresAtStart(
    ITicketStore tickets, INotificationLedger ledger, IMailManifests manifests, IMonitorNotes notes, IAuditLog audit) : IHostedService
#pragma warning restore CS9113
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
