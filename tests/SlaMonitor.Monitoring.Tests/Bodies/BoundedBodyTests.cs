using SlaMonitor.Monitoring.Bodies;

namespace SlaMonitor.Monitoring.Tests.Bodies;

public sealed class BoundedBodyTests
{
    private const int Most = 40_000;

    [Theory]
    [InlineData(0, null)]
    [InlineData(Most, null)]
    [InlineData(Most, Most)]
    [InlineData(Most, 1)]
    public async Task ReadAsync_WithinTheBound_IsAllOfIt(int length, int? announced)
    {
        var sent = Enumerable.Range(0, length).Select(i => (byte)(i % 251)).ToArray();
        using var source = new MemoryStream(sent);

        using var read = await BoundedBody.ReadAsync(source, Most, CancellationToken.None, announced);

        Assert.Equal(0, read!.Position);
        Assert.Equal(sent, read.ToArray());
    }

    [Theory]
    [InlineData(Most + 1, null)]
    [InlineData(Most + 1, 10)]
    [InlineData(10 * Most, null)]
    public async Task ReadAsync_OverTheBound_IsNothing(int length, int? announced)
    {
        using var source = new MemoryStream(new byte[length]);

        Assert.Null(await BoundedBody.ReadAsync(source, Most, CancellationToken.None, announced));
        Assert.InRange(source.Position, Most + 1, Most + 16 * 1024);
    }

    [Fact]
    public async Task ReadAsync_AnnouncedOverTheBound_IsRefusedUnread()
    {
        using var source = new MemoryStream(new byte[10]);

        Assert.Null(await BoundedBody.ReadAsync(source, Most, CancellationToken.None, Most + 1));
        Assert.Equal(0, source.Position);
    }
}
