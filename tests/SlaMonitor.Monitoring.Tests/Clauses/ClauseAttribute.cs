namespace SlaMonitor.Monitoring.Tests.Clauses;

/// <summary>Says which clause of the contract a test holds the monitor to.</summary>
/// <param name="number">The clause's own number, or what the file calls it where the contract has none.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ClauseAttribute(string number) : Attribute
{
    /// <summary>The clause.</summary>
    public string Number { get; } = number;

    /// <summary>The top-level key of the agreement file that says it.</summary>
    public required string Key { get; init; }
}
