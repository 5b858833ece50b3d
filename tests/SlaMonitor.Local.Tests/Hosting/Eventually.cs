namespace SlaMonitor.Local.Tests.Hosting;

/// <summary>Waits for what happens on other threads and announces itself to nobody.</summary>
internal static class Eventually
{
    public static async Task TrueAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!condition())
        {
            Assert.False(patience.IsCancellationRequested, "Waited in vain.");
            await Task.Yield();
        }
    }
}
