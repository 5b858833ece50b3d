namespace SlaMonitor.Core.Agreements.Credits;

/// <summary>When a credit is owed: a measure stayed below what was promised.</summary>
/// <param name="Measure">What is measured.</param>
/// <param name="TargetId">The id of the only target whose attainment is meant, or <c>null</c> for all of them together.</param>
/// <param name="Below">The threshold, in percent or on the scale of the ratings.</param>
/// <param name="Inclusive">Whether the threshold itself is too little already (<c>&lt;=</c> instead of <c>&lt;</c>).</param>
public sealed record CreditCondition(Measure Measure, string? TargetId, decimal Below, bool Inclusive)
{
    /// <summary>Whether a measured value earns the credit.</summary>
    public bool IsMetBy(decimal measured) => Inclusive ? measured <= Below : measured < Below;

    /// <summary>The condition as the agreement writes it: <c>attainment of response &lt; 95%</c>.</summary>
    public override string ToString()
    {
        var name = Measure switch { Measure.Attainment => "attainment", Measure.ResolutionRate => "resolutionRate", _ => "satisfaction" };
        return $"{name}{(TargetId is null ? string.Empty : $" of {TargetId}")} {(Inclusive ? "<=" : "<")} "
            + $"{Below}{(Measure == Measure.Satisfaction ? string.Empty : "%")}";
    }
}
