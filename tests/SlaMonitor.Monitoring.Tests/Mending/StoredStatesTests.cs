using SlaMonitor.Core.Escalations;
using SlaMonitor.Monitoring.Mending;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Tests.Mending;

public sealed class StoredStatesTests
{
    private static readonly Instant Now = Instant.FromUtc(2027, 6, 1, 8, 0);

    [Theory]
    [InlineData(true, false, 31, false)]
    [InlineData(true, false, 29, true)]
    [InlineData(false, false, 31, true)]
    [InlineData(true, true, 31, true)]
    public void MayHaveWaiting_SettledLongAgo_Not(bool isSettled, bool isInDoubt, int daysAgo, bool expected) => Assert.Equal(
        expected,
        StoredStates.MayHaveWaiting(
            new() { IsSettled = isSettled, IsInDoubt = isInDoubt }, Now - Duration.FromDays(daysAgo), Now));

    [Fact]
    public void New_InPlaceOfAnother_StillKnowsWhoWasErased()
    {
        var before = new MonitoringState { Forgotten = ["forgotten-x"], ReducedAt = Now, HeardSince = Now };

        var state = StoredStates.New([new StepId("a/1/60s/due")], Now, before);

        Assert.Equal((before.Forgotten, before.ReducedAt, before.HeardSince), (state.Forgotten, state.ReducedAt, state.HeardSince));
        Assert.True(state.IsInDoubt);
    }
}
