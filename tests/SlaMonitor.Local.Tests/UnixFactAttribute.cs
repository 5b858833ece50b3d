namespace SlaMonitor.Local.Tests;

/// <summary>On Windows a file in use cannot be removed, and files have no modes.</summary>
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = Reason;

    /// <summary>Why it is not run here; <c>null</c> where it is.</summary>
    public static string? Reason { get; } = OperatingSystem.IsWindows() ? "Only on Unix." : null;
}
