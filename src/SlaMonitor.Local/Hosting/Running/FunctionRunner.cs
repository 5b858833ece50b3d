using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SlaMonitor.Local.Hosting.Settings;

namespace SlaMonitor.Local.Hosting.Running;

/// <summary>Runs one invocation: a scope of services, a token that knows the time limit and the end of the host's patience.</summary>
internal sealed class FunctionRunner(
    IServiceScopeFactory scopes, HostJson hostJson, HostPatience patience, TimeProvider time, ILogger<FunctionRunner> logger)
{
    /// <summary>Runs a function in a scope of its own.</summary>
    public async Task RunAsync(FunctionMethod method, Func<CancellationToken, object?[]> arguments)
    {
        await using var scope = scopes.CreateAsyncScope();
        await RunAsync(method, scope.ServiceProvider, arguments, CancellationToken.None);
    }

    /// <summary>Runs a function with the services at hand.</summary>
    public async Task<object?> RunAsync(
        FunctionMethod method, IServiceProvider services, Func<CancellationToken, object?[]> arguments, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(hostJson.FunctionTimeout ?? Timeout.InfiniteTimeSpan, time);
        using var token = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token, patience.Token);
        var started = time.GetTimestamp();
        var result = await method.InvokeAsync(services, arguments(token.Token));
        logger.FunctionExecuted(method.Name, time.GetElapsedTime(started).TotalMilliseconds);
        return result;
    }
}
