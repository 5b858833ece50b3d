namespace SlaMonitor.Cli.Doctor.Findings;

/// <summary>What a check came to.</summary>
internal enum CheckResult
{
    /// <summary>It is as it should be.</summary>
    Ok,

    /// <summary>It is not, or nobody can tell.</summary>
    Failed,

    /// <summary>It was not looked at, for a reason that is no fault of the installation.</summary>
    Skipped,
}
