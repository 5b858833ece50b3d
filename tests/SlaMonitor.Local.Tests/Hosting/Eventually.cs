namespace SlaMonitor.Local.Tests.Hosting;

/// <summary>Waits for what happens on other threads and announces itself to nobody.</summary>
internal static class Eventually
{
    public static async Task TrueAsync(Func<bool> condition)
    {
#pragma warning disable RS0030 // Other threads run in real time, so the wait for them ends in real time.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
#pragma warning restore RS0030
        while (!condition())
        {
            Assert.False(patience.IsCancellationRequested, "Waited in vain.");
            await Task.Yield();
        }
    }
}
