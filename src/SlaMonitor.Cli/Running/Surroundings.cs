namespace SlaMonitor.Cli.Running;

/// <summary>What the program finds around it; tests put something else there.</summary>
/// <param name="Variable">The value of an environment variable.</param>
/// <param name="Time">The clock.</param>
/// <param name="Tools">The folder of the programs <c>az</c> and <c>azd</c>; <c>null</c> for wherever the path has them.</param>
internal sealed record Surroundings(Func<string, string?> Variable, TimeProvider Time, string? Tools = null);
