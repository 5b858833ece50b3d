using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SlaMonitor.Local.Hosting;

/// <summary>
/// A host whose start may be interrupted: who presses Ctrl+C in the middle of it wants it to end, and no stack trace. The start that is
/// broken off then passes for one that is over, and the host for one that has stopped, since nothing of it runs yet.
/// </summary>
/// <param name="host">The host itself.</param>
internal sealed class InterruptibleHost(IHost host) : IHost, IAsyncDisposable
{
    private bool _isInterrupted;

    public IServiceProvider Services => host.Services;

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await host.StartAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (IsStopping && !cancellationToken.IsCancellationRequested)
        {
            _isInterrupted = true;
        }
    }

    public Task StopAsync(CancellationToken cancellationToken = default) =>
        _isInterrupted ? Task.CompletedTask : host.StopAsync(cancellationToken);

    public void Dispose() => host.Dispose();

    public ValueTask DisposeAsync() => ((IAsyncDisposable)host).DisposeAsync();

    private bool IsStopping => Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested;
}
