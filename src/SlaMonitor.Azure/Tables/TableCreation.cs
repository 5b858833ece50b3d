using Azure.Data.Tables;
using Microsoft.Extensions.Hosting;
using SlaMonitor.Azure.Tables.Access;

namespace SlaMonitor.Azure.Tables;

/// <summary>
/// Creates the tables of an emulator before anything else starts. In Azure they are infra/'s to create, and the app has no right to.
/// </summary>
internal sealed class TableCreation(TableServiceClient service) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        foreach (var table in TableNames.All)
            await TableOutage.RunAsync(table, () => service.CreateTableIfNotExistsAsync(table, cancellationToken), cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
