namespace SlaMonitor.Cli.Doctor.Findings;

/// <summary>What a check found.</summary>
/// <param name="Result">What it came to.</param>
/// <param name="Seen">What was seen.</param>
/// <param name="Cure">What to do about it.</param>
internal sealed record Finding(CheckResult Result, string Seen, string? Cure = null)
{
    public static Finding Ok(string seen) => new(CheckResult.Ok, seen);

    public static Finding Failed(string seen, string cure) => new(CheckResult.Failed, seen, cure);

    public static Finding Skipped(string seen, string cure) => new(CheckResult.Skipped, seen, cure);
}
