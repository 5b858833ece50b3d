using SlaMonitor.Harness;

namespace SlaMonitor.EndToEnd.Crash;

/// <summary>One process of a monitor, from its start to its end.</summary>
internal sealed class Life(MonitorProcess process, DateTimeOffset began)
{
    private volatile bool _isKilled;

    public MonitorProcess Process { get; } = process;

    /// <summary>When it was started, in real time.</summary>
    public DateTimeOffset Began { get; } = began;

    /// <summary>Whether it was killed; set before the kill.</summary>
    public bool IsKilled
    {
        get => _isKilled;
        set => _isKilled = value;
    }

    /// <summary>Whether it was stopped in good order.</summary>
    public bool IsStopped { get; set; }

    /// <summary>When it is to be killed; <c>null</c> where it is to live on.</summary>
    public PlannedKill? Kill { get; set; }

    /// <summary>The kill that is coming, done when the process is dead; already done where none comes.</summary>
    public Task Killing { get; set; } = Task.CompletedTask;
}
