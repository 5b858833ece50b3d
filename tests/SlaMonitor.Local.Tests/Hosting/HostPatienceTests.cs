using Microsoft.Extensions.Time.Testing;
using SlaMonitor.Local.Hosting.Running;

namespace SlaMonitor.Local.Tests.Hosting;

public sealed class HostPatienceTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly HostPatience _patience;

    public HostPatienceTests() => _patience = new HostPatience(_time);

    public void Dispose() => _patience.Dispose();

    [Fact]
    public void Token_NobodyStopsTheHost_IsNeverCancelled()
    {
        _time.Advance(TimeSpan.FromDays(1));

        Assert.False(_patience.Token.IsCancellationRequested);
    }

    [Fact]
    public void BeginToEnd_CancelsWhenTheGraceOfItsOwnClockIsOver()
    {
        _patience.BeginToEnd();

        _time.Advance(HostPatience.Grace - TimeSpan.FromMilliseconds(1));
        Assert.False(_patience.Token.IsCancellationRequested);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(_patience.Token.IsCancellationRequested);
    }

    [Fact]
    public void BeginToEnd_ASecondTime_GrantsNothingMore()
    {
        _patience.BeginToEnd();
        _time.Advance(HostPatience.Grace / 2);
        _patience.BeginToEnd();

        _time.Advance(HostPatience.Grace / 2);
        Assert.True(_patience.Token.IsCancellationRequested);
    }
}
