namespace SlaMonitor.Cli.Doctor.Findings;

/// <summary>What was to be looked at cannot be seen.</summary>
internal sealed class CheckException(string message, string cure) : Exception(message)
{
    /// <summary>What to do about it.</summary>
    public string Cure { get; } = cure;
}
