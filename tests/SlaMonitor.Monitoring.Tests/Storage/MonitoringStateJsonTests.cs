using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Tests.Storage;

public sealed class MonitoringStateJsonTests
{
    private static readonly Instant Look = Instant.FromUtc(2026, 3, 2, 9, 0) + Duration.FromTicks(1);

    [Fact]
    public void Serialize_TimeFinerThanTheStore_IsCutOff()
    {
        var state = new MonitoringState { NextLook = Look + Duration.FromNanoseconds(99), FiredSteps = [new("a"), new("b")] };

        var json = MonitoringStateJson.Serialize(state);

        Assert.Equal("""{"nextLook":"2026-03-02T09:00:00.0000001Z","firedSteps":["a","b"]}""", json);
        Assert.Equal(Look, MonitoringStateJson.Deserialize(json).NextLook);
    }

    [Fact]
    public void Serialize_InDoubt_IsKept()
    {
        var json = MonitoringStateJson.Serialize(MonitoringState.Initial with { IsInDoubt = true });

        Assert.True(MonitoringStateJson.Deserialize(json).IsInDoubt);
        Assert.False(MonitoringStateJson.Deserialize(MonitoringStateJson.Serialize(MonitoringState.Initial)).IsInDoubt);
    }

    [Fact]
    public void Serialize_TermsAndSettled_AreKept_AndUnknownInWhatAnEarlierVersionHasStored()
    {
        var json = MonitoringStateJson.Serialize(MonitoringState.Initial with { Terms = "0123456789abcdef", IsSettled = true });

        Assert.Equal("""{"terms":"0123456789abcdef","isSettled":true,"firedSteps":[]}""", json);
        Assert.Equal("0123456789abcdef", MonitoringStateJson.Deserialize(json).Terms);
        var earlier = MonitoringStateJson.Deserialize("""{"nextLook":"2026-03-02T09:00:00Z","firedSteps":["a"]}""");
        Assert.Equal((null, false), (earlier.Terms, earlier.IsSettled));
    }

    [Fact]
    public void Serialize_HeardSince_IsKept()
    {
        var json = MonitoringStateJson.Serialize(MonitoringState.Initial with { HeardSince = Look });

        Assert.Equal("""{"heardSince":"2026-03-02T09:00:00.0000001Z","firedSteps":[]}""", json);
        Assert.Equal(Look, MonitoringStateJson.Deserialize(json).HeardSince);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"firedSteps":null,"later":{}}""")]
    public void Deserialize_WhatIsNotSaid_IsAsAtFirst(string json)
    {
        var state = MonitoringStateJson.Deserialize(json);

        Assert.Null(state.NextLook);
        Assert.Empty(state.FiredSteps);
    }
}
