namespace SlaMonitor.Local.Hosting.Running;

/// <summary>
/// What is running when the host is told to stop may finish; when patience ends its tokens are cancelled, and a
/// while later the host leaves.
/// </summary>
internal sealed class HostPatience(TimeProvider time) : IDisposable
{
    /// <summary>From the signal until tokens are cancelled.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(15);

    /// <summary>From the signal until the host leaves whatever runs.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource _over = new();
    private ITimer? _end;

    public CancellationToken Token => _over.Token;

    public void BeginToEnd() => _end ??= time.CreateTimer(_ => _over.Cancel(), state: null, Grace, Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        _end?.Dispose();
        _over.Dispose();
    }
}
