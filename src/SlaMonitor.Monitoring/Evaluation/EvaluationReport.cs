namespace SlaMonitor.Monitoring.Evaluation;

/// <summary>What an evaluation did.</summary>
/// <param name="Tickets">How many tickets were due to be looked at.</param>
/// <param name="StepsFired">How many escalation steps were fired.</param>
public sealed record EvaluationReport(int Tickets, int StepsFired)
{
    /// <summary>Nothing was due.</summary>
    public static EvaluationReport Nothing { get; } = new(0, 0);

    /// <summary>Why no step was fired, for nobody could be told; <c>null</c> where that was possible.</summary>
    public string? Obstacle { get; init; }

    /// <summary>One report for both.</summary>
    public static EvaluationReport operator +(EvaluationReport a, EvaluationReport b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return new(a.Tickets + b.Tickets, a.StepsFired + b.StepsFired);
    }
}
