namespace SlaMonitor.Local.Tests;

/// <summary>As <see cref="UnixFactAttribute"/>, in several ways.</summary>
internal sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute() => Skip = UnixFactAttribute.Reason;
}
