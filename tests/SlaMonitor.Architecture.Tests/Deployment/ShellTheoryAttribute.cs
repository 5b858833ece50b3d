namespace SlaMonitor.Architecture.Tests.Deployment;

/// <summary>Runs a shell script in several ways, which not every machine can.</summary>
internal sealed class ShellTheoryAttribute : TheoryAttribute
{
    public ShellTheoryAttribute() => Skip = ShellFactAttribute.Reason;
}
