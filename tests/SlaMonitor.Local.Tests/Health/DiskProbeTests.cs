using SlaMonitor.Local.Health;
using SlaMonitor.Monitoring.Health.Findings;

namespace SlaMonitor.Local.Tests.Health;

public sealed class DiskProbeTests
{
    private const long Mebibyte = 1024 * 1024;

    [Theory]
    [InlineData(1024, 20_480, HealthStatus.Healthy)] // 5 %
    [InlineData(1023, 10_240, HealthStatus.Degraded)]
    [InlineData(4096, 102_400, HealthStatus.Degraded)] // 4 %
    [InlineData(100, 102_400, HealthStatus.Degraded)]
    [InlineData(99, 102_400, HealthStatus.Unhealthy)]
    [InlineData(0, 0, HealthStatus.Unhealthy)]
    public async Task Look_SaysHowMuchIsLeft(long free, long total, HealthStatus status)
    {
        var result = await new DiskProbe("data", _ => new DiskSpace(free * Mebibyte, total * Mebibyte)).LookAsync(default);

        Assert.Equal(status, result.Status);
        Assert.Equal(status == HealthStatus.Healthy ? 0 : 1, result.Reasons.Count);
        Assert.All(result.Reasons, reason =>
            Assert.StartsWith($"The disk of the data folder data has {free} MiB free of {total} (", reason, StringComparison.Ordinal));
    }

    [Fact]
    public void Measure_ThisMachine_HasADisk()
    {
        var space = DiskSpace.Of(Path.GetTempPath());

        Assert.InRange(space.FreeBytes, 0, space.TotalBytes);
        Assert.NotEqual(0, space.TotalBytes);
    }
}
