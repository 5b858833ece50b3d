using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SlaMonitor.Local.Sqlite;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Local.Hosting;

/// <summary>
/// Looks through the databases where the process before this one did not end by itself. It begins once requests are answered, and holds up
/// nobody.
/// </summary>
internal sealed class CheckAfterUncleanStop(DataFolder folder, ILogger<CheckAfterUncleanStop> logger)
    : IHostedLifecycleService, IStoreProblems, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private volatile IReadOnlyList<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Ends when all of them were looked through.</summary>
    public Task Done { get; private set; } = Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (folder.WasLeftUnclean) Done = Task.Run(Look, CancellationToken.None);
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => _stopping.CancelAsync();

    public Task StopAsync(CancellationToken cancellationToken) => Done.WaitAsync(cancellationToken);

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _stopping.Dispose();

    private void Look()
    {
        foreach (var path in DataFiles.Databases.Select(folder.File).Where(File.Exists))
        {
            try
            {
                var found = SqliteCheck.Run(path, _stopping.Token);
                if (found.Count == 0)
                {
                    logger.DatabaseIsWhole(path);
                    continue;
                }

                var what = string.Join("; ", found);
                logger.DatabaseIsDamaged(path, what);
                _problems = [.. _problems, $"The database {path} is damaged: {what}. Stop the monitor and restore a backup."];
            }
            catch (OperationCanceledException)
            {
                return; // the next start looks again where this stop is not clean either
            }
        }
    }
}
