using Spectre.Console;

namespace SlaMonitor.Cli.Replaying;

/// <summary>A progress bar with the time left: half for splitting the file, half for its parts. Only a terminal has one.</summary>
internal sealed class ReplayProgress
{
    private readonly ProgressTask? _task;
    private readonly long _size;
    private readonly int _parts;

    private ReplayProgress(ProgressTask? task, long size, int parts) => (_task, _size, _parts) = (task, size, parts);

    /// <summary>Runs something under a progress bar.</summary>
    public static T Show<T>(IAnsiConsole console, long size, int parts, Func<ReplayProgress, T> work)
    {
        if (!console.Profile.Capabilities.Interactive) return work(new ReplayProgress(null, size, parts));

        return console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context => work(new ReplayProgress(context.AddTask("replay", maxValue: 2), size, parts)));
    }

    /// <summary>So many bytes of the file have been read.</summary>
    public void HasRead(long bytes)
    {
        if (_task is not null) _task.Value = _size == 0 ? 1 : (double)bytes / _size;
    }

    /// <summary>One more part is done.</summary>
    public void HasDonePart() => _task?.Increment(1.0 / _parts);
}
