using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NodaTime.Testing;
using SlaMonitor.Monitoring.Health;
using SlaMonitor.Monitoring.Health.Findings;
using SlaMonitor.Monitoring.Health.Settings;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Tests.Health;

/// <summary>How probes are asked: seldom, all at once, and never for ever.</summary>
public sealed class MonitorHealthTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly ScriptedProbe _probe = new();

    [Fact]
    public async Task Look_AgainWithinTenSeconds_IsTheSameLook()
    {
        var health = Of(_probe);
        var first = await health.LookAsync(default);
        _time.Advance(TimeSpan.FromSeconds(9.9));

        Assert.Same(first, await health.LookAsync(default));
        _time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.NotSame(first, await health.LookAsync(default));
        Assert.Equal(2, _probe.Looks);
    }

    [Fact]
    public async Task Look_ByManyAtOnce_IsOne_AndWhoGivesUpTakesItFromNobody()
    {
        var gate = new TaskCompletionSource<ProbeResult>();
        _probe.Answer = _ => gate.Task;
        var health = Of(_probe);
        using var impatient = new CancellationTokenSource();
        var givenUp = health.LookAsync(impatient.Token);
        var others = Enumerable.Range(0, 50).Select(_ => health.LookAsync(default)).ToList();
        await impatient.CancelAsync();
        gate.SetResult(ProbeResult.Degraded("look here"));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => givenUp);
        Assert.All(await Task.WhenAll(others), view => Assert.Equal(["look here"], view.Problems));
        Assert.Equal(1, _probe.Looks);
    }

    [Theory]
    [InlineData(true, HealthStatus.Unhealthy)]
    [InlineData(false, HealthStatus.Degraded)]
    public async Task Look_ThatHangs_EndsAndIsTold_AndNoOtherIsBegunMeanwhile(bool isVital, HealthStatus status)
    {
        _probe.IsVital = isVital;
        var begun = new TaskCompletionSource();
        _probe.Answer = _ =>
        {
            begun.TrySetResult();
            return new TaskCompletionSource<ProbeResult>().Task;
        };
        var health = Of(_probe);
        foreach (var seconds in (int[])[8, 26])
        {
            var look = health.LookAsync(default);
            await begun.Task;
            _time.Advance(TimeSpan.FromSeconds(8));
            var view = await look;

            Assert.Equal(status, view.Status);
            Assert.Equal([$"The check 'scripted' has not answered for {seconds} seconds."], view.Problems);
            _time.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.Equal(1, _probe.Looks);
    }

    [Fact]
    public async Task Look_ThatThrows_IsTold()
    {
        _probe.Answer = _ => throw new StoreUnavailableException("The store is away.");
        Assert.Equal(["The store is away."], (await Of(_probe).LookAsync(default)).Problems);

        _probe.Answer = _ => throw new FormatException("It is garbled.");
        Assert.Equal(["The check 'scripted' failed: It is garbled."], (await Of(_probe).LookAsync(default)).Problems);
    }

    [Fact]
    public async Task Status_IsTheWorst_AndTheWorstReasonsComeFirst_EachOnce()
    {
        var view = await Of(
            new ScriptedProbe { Name = "a", Answer = _ => Task.FromResult(ProbeResult.Degraded("look", "here")) },
            new ScriptedProbe { Name = "b", Answer = _ => Task.FromResult(ProbeResult.Unhealthy("away")) },
            new ScriptedProbe { Name = "c", Answer = _ => Task.FromResult(ProbeResult.Unhealthy("away")) },
            new ScriptedProbe { Name = "d" }).LookAsync(default);

        Assert.Equal((HealthStatus.Unhealthy, false), (view.Status, view.IsAtWork));
        Assert.Equal(["away", "look", "here"], view.Problems);
        Assert.Equal(
            [HealthStatus.Degraded, HealthStatus.Unhealthy, HealthStatus.Unhealthy, HealthStatus.Healthy],
            view.Checks.OrderBy(check => check.Key, StringComparer.Ordinal).Select(check => check.Value));
    }

    /// <summary>As a store is that cannot be opened when it is first needed.</summary>
    [Fact]
    public async Task Probes_ThatCannotBePutTogether_AreTold_AndTriedAgain()
    {
        var isAway = true;
        var health = new MonitorHealth(
            () => isAway ? throw new StoreUnavailableException("The store is away.") : ([_probe], []),
            Options.Create(new HealthOptions()),
            new FakeClock(default),
            _time);
        var view = await health.LookAsync(default);
        Assert.Equal((HealthStatus.Unhealthy, "The store is away."), (view.Status, Assert.Single(view.Problems)));

        isAway = false;
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(HealthStatus.Healthy, (await health.LookAsync(default)).Status);
    }

    private MonitorHealth Of(params IHealthProbe[] probes) =>
        new(() => (probes, []), Options.Create(new HealthOptions()), new FakeClock(default), _time);

    private sealed class ScriptedProbe : IHealthProbe
    {
        private int _looks;

        public string Name { get; init; } = "scripted";

        public bool IsVital { get; set; } = true;

        public int Looks => _looks;

        public Func<CancellationToken, Task<ProbeResult>> Answer { get; set; } = _ => Task.FromResult(ProbeResult.Ok);

        public Task<ProbeResult> LookAsync(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _looks);
            return Answer(cancellationToken);
        }
    }
}
