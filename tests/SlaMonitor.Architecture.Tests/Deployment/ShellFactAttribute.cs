namespace SlaMonitor.Architecture.Tests.Deployment;

/// <summary>Runs a shell script, which not every machine can.</summary>
internal sealed class ShellFactAttribute : FactAttribute
{
    public ShellFactAttribute() => Skip = Reason;

    /// <summary>Why no script can be run here; <c>null</c> where one can.</summary>
    public static string? Reason { get; } = File.Exists("/bin/bash") ? null : "There is no bash here.";
}
