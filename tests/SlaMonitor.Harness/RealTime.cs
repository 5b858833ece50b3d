namespace SlaMonitor.Harness;

/// <summary>The one place where a test goes by the wall clock: for a process of its own, which has no other.</summary>
public static class RealTime
{
#pragma warning disable RS0030 // see above
    public static TimeProvider Provider => TimeProvider.System;

    public static DateTimeOffset Now => Provider.GetUtcNow();

    public static Task WaitAsync(TimeSpan time) => Task.Delay(time, Provider);
#pragma warning restore RS0030
}
