using Microsoft.Extensions.Hosting;

namespace SlaMonitor.Local.Tests.Hosting.Child;

/// <summary>Something of the child's that does not come to an end of its start.</summary>
internal sealed class StartsForEver : IHostedService
{
    public const string Word = "It starts, and starts.";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        Console.WriteLine(Word);
        await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
